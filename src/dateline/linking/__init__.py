"""Linking: who is who, which summit is which, which pledges are one claim (`story.link`)."""

"""Messages as mail programs keep and send them on: newsletters, forwards, attachments, mailboxes."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from dateline.loading.files import Found, discover
from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

WORDS = (
    "Norway will give £40m to rebuild the harbour walls of Port Ellery, Foreign Minister Ida Vale said on "
    "Friday, ending months of doubt over who would pay."
)
MORE = "Denmark is expected to follow with a sum of its own, officials said, but nothing has been signed."


def message(
    text: str,
    subject: str = "Walls rise",
    sender: str = "First Light <news@post.invalid>",
    date: str = "Fri, 07 Mar 2025 23:30:00 -0500",
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, "me@me.invalid", subject, date
    made.set_content(text)
    return made


def items(path: Path, content: bytes) -> list[Loaded | Problem]:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return list(load(path))


def articles(path: Path, content: bytes) -> list[Article]:
    return [item.article for item in items(path, content) if isinstance(item, Loaded)]


def test_the_page_of_a_newsletter_goes_before_its_plain_text(tmp_path: Path) -> None:
    letter = message(f"View in browser ( https://t.invalid/{'x' * 200} )\n\n{WORDS}\n\n-- \nUnsubscribe here")
    letter.add_alternative(
        f'<div style="display:none">What nobody sees</div><table><tr><td><a>View in browser</a></td></tr>'
        f"<tr><td><p>{WORDS}</p><p>{MORE}</p></td></tr><tr><td>You are receiving this email "
        "because you signed up.</td></tr></table>",
        subtype="html",
    )
    (found,) = articles(tmp_path / "a.eml", bytes(letter))
    assert found.text == f"{WORDS}\n\n{MORE}"
    assert (found.title, found.declared_date, found.outlet) == ("Walls rise", "2025-03-07", "First Light")


def test_the_plain_text_loses_its_signature(tmp_path: Path) -> None:
    (found,) = articles(tmp_path / "a.eml", bytes(message(f"{WORDS}\n\n-- \nSent from my phone\n")))
    assert found.text == WORDS


def test_an_attached_page_is_the_article(tmp_path: Path) -> None:
    note = message("The article is attached.", "See this")
    body = f"<article><h1>Walls</h1><p>{WORDS}</p><p>{MORE}</p></article>"
    html = f"<html><head><title>Walls | The Post</title></head><body>{body}</body></html>"
    note.add_attachment(html.encode(), maintype="text", subtype="html", filename="walls.html")
    (found,) = articles(tmp_path / "a.eml", bytes(note))
    assert found.title == "Walls"
    assert WORDS in found.text


@pytest.mark.parametrize(
    "mark",
    [
        None,
        "---------- Forwarded message ---------\n",
        "-----Original Message-----\n",
        "Begin forwarded message:\n\n",
        "",
    ],
)
def test_what_is_forwarded_is_the_article_and_not_the_note_above_it(tmp_path: Path, mark: str | None) -> None:
    inner = message(
        f"{WORDS}\n\n{MORE}", "Walls rise", "The Post <n@post.invalid>", "Fri, 07 Mar 2025 10:00:00 +0000"
    )
    if mark is None:
        outer = message("fyi", "Fwd: Walls rise", "Bob <bob@me.invalid>", "Mon, 10 Mar 2025 10:00:00 +0000")
        outer.add_attachment(inner)
    else:
        outer = message(
            f"Have you seen this?\n\n{mark}From: The Post <n@post.invalid>\n"
            "Date: Fri, 7 Mar 2025 at 10:00\nSubject: Walls rise\nTo: <bob@me.invalid>\n\n\n"
            f"{WORDS}\n\n{MORE}",
            "Fwd: Walls rise",
            "Bob <bob@me.invalid>",
            "Mon, 10 Mar 2025 10:00:00 +0000",
        )
    (found,) = articles(tmp_path / "a.eml", bytes(outer))
    assert found.text == f"{WORDS}\n\n{MORE}"
    assert (found.title, found.declared_date, found.outlet) == ("Walls rise", "2025-03-07", "The Post")


def test_a_message_of_ones_own_with_attachments_stays(tmp_path: Path) -> None:
    outer = message(f"{WORDS} " * 3, "Notes")
    outer.add_attachment(message(MORE, "Denmark"))
    path = tmp_path / "a.eml"
    assert [article.title for article in articles(path, bytes(outer))] == ["Notes", "Denmark"]
    assert [item.location.record for item in load(path) if isinstance(item, Loaded)] == [1, 2]


def mailbox(*messages: EmailMessage) -> bytes:
    line = b"From news@post.invalid Fri Mar  7 23:30:00 2025\n"
    return b"".join(line + bytes(m).replace(b"\nFrom ", b"\n>From ") + b"\n" for m in messages)


@pytest.mark.parametrize("name", ["export.mbox", "Inbox", "old.mbox.txt"])
def test_each_message_of_a_mailbox_is_an_article(tmp_path: Path, name: str) -> None:
    box = mailbox(message(f"{WORDS}\n\nFrom here on it is quiet."), message(MORE, "Re: Denmark"))
    first, second = items(tmp_path / name, box)
    assert isinstance(first, Loaded)
    assert isinstance(second, Loaded)
    assert first.article.text.endswith("\n\nFrom here on it is quiet.")
    assert (second.article.title, second.location.record) == ("Denmark", 2)


def test_a_message_keeps_its_identity_when_others_go(tmp_path: Path) -> None:
    both = articles(tmp_path / "a.mbox", mailbox(message(WORDS), message(MORE)))
    assert articles(tmp_path / "a.mbox", mailbox(message(MORE))) == both[1:]


def test_what_is_wrong_with_messages_of_a_mailbox_is_told_once(tmp_path: Path) -> None:
    box = mailbox(*[message("") for _ in range(5)], message(WORDS))
    found = items(tmp_path / "a.mbox", box)
    assert sum(isinstance(item, Loaded) for item in found) == 1
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert "message 1, 2, 3 and 2 more has no text" in problem.reason


def test_an_empty_mailbox_is_named(tmp_path: Path) -> None:
    (problem,) = items(tmp_path / "a.mbox", b"nothing of a mailbox\n")
    assert isinstance(problem, Problem)


def test_the_messages_of_a_maildir_are_read_whatever_their_names(tmp_path: Path) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / folder).mkdir(parents=True)
    path = tmp_path / "Mail" / "cur" / "1741390200.M1P1.host:2,S"
    path.write_bytes(b"Return-Path: <n@post.invalid>\nReceived: from x by y\n" + bytes(message(WORDS)))
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "1.2.3").write_text("no mail folder")
    found = [Path(item.path) for item in discover([tmp_path]) if isinstance(item, Found)]
    assert found == [path]
    (loaded,) = load(path)
    assert isinstance(loaded, Loaded)
    assert loaded.article.title == "Walls rise"


def test_a_message_of_apple_mail_is_read_without_what_is_around_it(tmp_path: Path) -> None:
    content = bytes(message(WORDS))
    around = str(len(content)).encode() + b"\n" + content + b'<?xml version="1.0"?><plist><dict/></plist>'
    (found,) = articles(tmp_path / "1.emlx", around)
    assert (found.title, found.text) == ("Walls rise", WORDS)


def test_the_folder_that_apple_mail_exports_is_a_mailbox(tmp_path: Path) -> None:
    folder = tmp_path / "News.mbox"
    folder.mkdir()
    (folder / "mbox").write_bytes(mailbox(message(WORDS)))
    (folder / "table_of_contents").write_bytes(bytes(40))
    found = [Path(item.path) for item in discover([tmp_path]) if isinstance(item, Found)]
    assert found == [folder / "mbox"]
    assert isinstance(next(load(found[0])), Loaded)


def test_a_large_mailbox_without_a_telling_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    many = mailbox(*[message(f"{WORDS} {n}") for n in range(60)]) + mailbox(message("word " * 1_200_000))
    found = items(tmp_path / "Inbox", many)
    assert sum(isinstance(item, Loaded) for item in found) == 61

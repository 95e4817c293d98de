"""What a collection tells, as files to take away: lines of CSV, JSON, Markdown and GraphML."""

"""Messages as programs make them: encodings with wrong names, attachments, ciphers, mailboxes with traps."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from typing import TYPE_CHECKING

from dateline.loading.load import Loaded, load
from dateline.model import Article, Problem

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "Norway will give £40m to rebuild the harbour walls of Port Ellery, Ida Vale said on Friday – “not as a "
    "loan,” she told reporters in the town hall, where six ministers had met behind closed doors. "
    "Denmark is expected to follow with a sum of its own, officials said, but nothing has been signed, "
    "and the work on the walls can't begin before the ice has gone."
)
HEAD = "From: The Coastal Post <post@news.invalid>\nSubject: Walls\nDate: Fri, 07 Mar 2031 10:00:00 -0500\n"


def message(text: str) -> EmailMessage:
    found = EmailMessage()
    found["From"], found["Subject"] = "The Coastal Post <post@news.invalid>", "Walls"
    found["Date"] = "Fri, 07 Mar 2031 10:00:00 -0500"
    found.set_content(text)
    return found


def items(path: Path, content: str | bytes, name: str = "a.eml") -> list[Article | Problem]:
    file = path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return [item.article if isinstance(item, Loaded) else item for item in load(file)]


def test_quotation_marks_survive_the_older_name_of_an_encoding(tmp_path: Path) -> None:
    packed = base64.encodebytes(STORY.encode("cp1252")).decode()
    head = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n"
    (found,) = items(tmp_path, f"{HEAD}MIME-Version: 1.0\n{head}\n{packed}")
    assert isinstance(found, Article)
    assert found.text == STORY


def test_plain_text_loses_the_marks_of_the_program_that_made_it(tmp_path: Path) -> None:
    text = f"** Walls are built\n{'-' * 60}\n\n{STORY} (https://news.invalid/t?{'x' * 90})\n\n{'=' * 60}\n"
    (found,) = items(tmp_path, message(text).as_bytes())
    assert isinstance(found, Article)
    assert found.text == f"Walls are built\n\n{STORY}"


def test_an_attached_text_is_the_article(tmp_path: Path) -> None:
    note = message("See below.")
    note.add_attachment(STORY, filename="walls.txt")
    (found,) = items(tmp_path, note.as_bytes())
    assert isinstance(found, Article)
    assert (found.text, found.declared_date) == (STORY, "2031-03-07")


def test_an_attachment_that_is_not_read_is_named(tmp_path: Path) -> None:
    note = message("See below.")
    note.add_attachment(
        b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    article, problem = items(tmp_path, note.as_bytes())
    assert isinstance(article, Article)
    assert isinstance(problem, Problem)
    assert problem.reason == "the message brings what is not read: winmail.dat"
    newsletter = message(STORY)
    newsletter.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="walls.pdf")
    assert len(items(tmp_path, newsletter.as_bytes())) == 1


def test_what_is_encrypted_is_no_article(tmp_path: Path) -> None:
    pgp = f"{HEAD}\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"
    smime = f"{HEAD}Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n"
    for content in (pgp, smime):
        (found,) = items(tmp_path, content)
        assert isinstance(found, Problem)
        assert found.reason == "the message is encrypted"


def test_a_sentence_that_begins_like_an_envelope_ends_no_message(tmp_path: Path) -> None:
    text = f"{STORY}\n\nFrom Oslo they left in March 2031\nand came to Ellery.\n\n"
    one, two = items(tmp_path, f"From a@b Fri Mar  7 10:00:00 2031\n{HEAD}\n{text}" * 2, "a.mbox")
    assert isinstance(one, Article)
    assert one.text.endswith("and came to Ellery.")
    assert isinstance(two, Article)


def test_a_message_under_the_name_of_a_mailbox_is_read(tmp_path: Path) -> None:
    (found,) = items(tmp_path, f"{HEAD}\n{STORY}\n", "a.mbox")
    assert isinstance(found, Article)
    assert found.title == "Walls"


def test_fields_above_an_article_in_markdown_are_lines(tmp_path: Path) -> None:
    fields = "URL: https://x.invalid\nDate: March 7, 2031\nSource: The Coastal Post"
    (found,) = items(tmp_path, f"# Walls are built again\n\n{fields}\n\n{STORY}\n", "a.md")
    assert isinstance(found, Article)
    assert (found.declared_date, found.outlet) == ("2031-03-07", "The Coastal Post")
    assert found.text == f"Walls are built again\n\n{STORY}"

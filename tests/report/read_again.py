"""Reads the exports of exports.mjs with programs of others, and says what is missing, what would act, and who is named.

`read_again.py FOLDER`, with Debian's python3 and its openpyxl and icalendar; LibreOffice and poppler are asked by their commands.
"""
import base64
import csv
import datetime
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree
import zipfile

import dateutil.rrule
import icalendar
import openpyxl

folder = pathlib.Path(sys.argv[1])
expected = json.loads((folder / "expected.json").read_text())
ideas = expected["ideas"]
warnings.simplefilter("error")  # what openpyxl has to say of a file
problems = []
STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


def check(fine, what):
    if not fine:
        problems.append(what)


def one_line(text):
    return re.sub(r"\s+", " ", text).strip()


def without_noncharacters(text):
    """What is no character is written as the sign for that."""
    return re.sub("[\ufffe\uffff]", "\ufffd", text)


def read_workbook(path, language):
    book = openpyxl.load_workbook(path)
    titles = {"nl": ("Ideeën", "Stemmen", "Stembriefjes", "Taken"), "en": ("Ideas", "Votes", "Ballots", "Tasks")}[language]
    formulas = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    links = sum(cell.hyperlink is not None for sheet in book for row in sheet.iter_rows() for cell in row)
    check(formulas == 0, f"{path.name}: {formulas} formulas")
    check(links == 0, f"{path.name}: {links} links")
    check(all(sheet.freeze_panes == "A2" for sheet in book), f"{path.name}: heads are not frozen")
    found = [row[1] for row in book[titles[0]].iter_rows(min_row=2, values_only=True)]
    check(found == [without_noncharacters(text) for text in ideas], f"{path.name}: ideas differ: {[pair for pair in zip(found, ideas) if pair[0] != pair[1]]}")
    times = [row[6] for row in book[titles[0]].iter_rows(min_row=2, values_only=True)]
    check(all(isinstance(time, datetime.datetime) for time in times), f"{path.name}: times are no dates")
    check(len(book[titles[1]]._charts) == 1, f"{path.name}: no chart of the votes")
    check(book[titles[2]].max_row - 1 == expected["ballots"], f"{path.name}: votes on ballots")
    tasks = [row for row in book[titles[3]].iter_rows(min_row=2, values_only=True) if row[3] == datetime.datetime(2027, 4, 1)]
    check(len(tasks) == expected["tasks"], f"{path.name}: {len(tasks)} tasks of the dossier")
    numbers = [row[2] for row in book.worksheets[7].iter_rows(min_row=2, values_only=True) if row[2] is not None]
    check(numbers.count(123.45) == expected["tasks"] and numbers.count(1) == expected["tasks"], f"{path.name}: amounts")
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)


def converted(path, filter_in=None):
    """The file as LibreOffice reads it, as one XML file. A file that it would have to repair ends this with nothing."""
    with tempfile.TemporaryDirectory() as out:
        command = ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "fods", "--outdir", out]
        if filter_in:
            command.append(f"--infilter={filter_in}")
        done = subprocess.run(command + [str(path)], capture_output=True, timeout=120)
        made = pathlib.Path(out) / (path.stem + ".fods")
        if done.returncode != 0 or not made.exists():
            problems.append(f"{path.name}: LibreOffice does not open it: {done.stderr.decode()}")
            return None
        return xml.etree.ElementTree.parse(made)


TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def text_of(cell):
    lines = []
    for paragraph in cell.findall(f"{TEXT}p"):
        line = paragraph.text or ""
        for child in paragraph:
            line += (" " if child.tag in (f"{TEXT}s", f"{TEXT}tab") else "".join(child.itertext())) + (child.tail or "")
        lines.append(line)
    return "\n".join(lines)


def read_in_libreoffice(path, sheet, column, filter_in=None, as_written=lambda text: text):
    tree = converted(path, filter_in)
    if tree is None:
        return
    formulas = [cell for cell in tree.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")]
    check(not formulas, f"{path.name}: {len(formulas)} formulas in LibreOffice")
    tables = list(tree.iter(f"{TABLE}table"))
    table = next((one for one in tables if sheet is None or one.get(f"{TABLE}name") == sheet), None)
    if table is None:
        problems.append(f"{path.name}: no sheet {sheet} in LibreOffice")
        return
    found = []
    for row in list(table.iter(f"{TABLE}table-row"))[1:]:
        cells = []
        for cell in row.findall(f"{TABLE}table-cell"):
            cells += [text_of(cell)] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 20)
        if len(cells) > column and cells[0]:
            found.append(one_line(cells[column]))
    wanted = [one_line(as_written(without_noncharacters(text))) for text in ideas]
    check(len(found) == len(wanted), f"{path.name}: LibreOffice reads {len(found)} of {len(wanted)} ideas")
    if filter_in:
        # What looks like a number or a day is one, when LibreOffice reads CSV.
        found, wanted = ([text for text, plain in zip(some, wanted) if not re.fullmatch(r"[0-9.,/E-]+", plain)] for some in (found, list(wanted)))
    check(found == wanted, f"{path.name}: LibreOffice reads other ideas: {[pair for pair in zip(found, wanted) if pair[0] != pair[1]]}")


def inert(text):
    return "'" + text if text.startswith(tuple(STARTS)) else text


def read_tables(path, language):
    with zipfile.ZipFile(path) as archive:
        check(archive.testzip() is None, f"{path.name}: a damaged archive")
        separator = {"nl": ";", "en": ","}[language]
        for name in archive.namelist():
            check(re.fullmatch(r"[a-z]+\.csv", name), f"{path.name}: {name}")
            table = archive.read(name)
            check(table.startswith(b"\xef\xbb\xbf"), f"{name}: no mark")
            rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=separator, strict=True))
            check(len({len(row) for row in rows}) == 1, f"{name}: rows of several lengths")
            acts = [cell for row in rows for cell in row if cell.startswith(tuple(STARTS)) and not re.fullmatch(r"-?\d+([.,]\d+)?", cell)]
            check(not acts, f"{name}: would act: {acts}")
            if name in ("ideeen.csv", "ideas.csv"):
                check([row[1] for row in rows[1:]] == [inert(without_noncharacters(text)) for text in ideas], f"{name}: ideas differ")
                plain = folder / f"{path.stem}-{name}"
                plain.write_bytes(table)
                read_in_libreoffice(plain, None, 1, f"CSV:{ord(separator)},34,76", inert)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.said = []
        self.acts = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "iframe", "object", "embed", "form", "base", "link"):
            self.acts.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (name in ("href", "src") and not (value or "").startswith(("#", "data:image/"))):
                self.acts.append(f"{tag} {name}={value}")

    def handle_data(self, data):
        self.said.append(data)


def read_page(path):
    page = Page()
    page.feed(path.read_text())
    check(not page.acts, f"{path.name}: would act: {page.acts}")
    said = one_line(" ".join(page.said))
    for text in ideas:
        check(one_line(text) in said, f"{path.name}: lacks {text!r}")


def pdf_text(path):
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, timeout=60)
    check(done.returncode == 0 and not done.stderr, f"{path.name}: poppler says {done.stderr.decode()}")
    return done.stdout.decode()


def check_fonts(path):
    """Every font is in the file: it looks the same everywhere."""
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, timeout=60, text=True).stdout.splitlines()[2:]
    check(fonts and all(re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", font) for font in fonts), f"{path.name}: fonts: {fonts}")


def read_pdf(path):
    said = re.sub(r"\s+", "", pdf_text(path))
    # Other scripts come out of a PDF in shapes and orders of their own.
    for text in ideas:
        if text.isascii():
            check(re.sub(r"\s+", "", text) in said, f"{path.name}: lacks {text!r}")
    check_fonts(path)
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, timeout=60, text=True).stdout
    check("JavaScript:      no" in told, f"{path.name}: {told}")
    data = path.read_bytes()
    for word in (b"/URI", b"/Launch", b"/JavaScript", b"/EmbeddedFile"):
        check(word not in data, f"{path.name}: {word.decode()}")


def read_calendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    tasks = [part for part in calendar.walk("VTODO")]
    events = [part for part in calendar.walk("VEVENT")]
    check(len(tasks) == expected["tasks"], f"{path.name}: {len(tasks)} tasks")
    check(len(events) == 2, f"{path.name}: {len(events)} events")
    check(all(not part.errors for part in calendar.walk()), f"{path.name}: errors")
    check(any(str(part["SUMMARY"]) == ideas[0] for part in events), f"{path.name}: the next step is called otherwise")


def read_upkeep(path):
    """Work for years: whom to ask stands in it, each time is announced two weeks before at nine, and nobody is sent anything."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    works = calendar.walk("VEVENT")
    check(len(works) == len(expected["upkeep"]), f"{path.name}: {len(works)} works")
    check(all(not part.errors for part in calendar.walk()), f"{path.name}: errors")
    for work in works:
        first = work.decoded("DTSTART")
        times = list(dateutil.rrule.rrulestr(work["RRULE"].to_ical().decode(), dtstart=datetime.datetime(first.year, first.month, first.day)))
        check([time.year for time in times] == [2028 + i // 2 for i in range(13)], f"{path.name}: comes in {times}")
        check("beheer@voorbeeld.nl" in str(work["DESCRIPTION"]), f"{path.name}: no address to read")
        check("beheer@voorbeeld.nl" in str(work["CONTACT"]), f"{path.name}: no contact")
        check(all(name not in work for name in ("ATTENDEE", "ORGANIZER")), f"{path.name}: invites somebody")
        alarms = work.walk("VALARM")
        check(len(alarms) == 1 and str(alarms[0]["ACTION"]) == "DISPLAY", f"{path.name}: {len(alarms)} reminders")
        at = datetime.datetime(first.year, first.month, first.day) + alarms[0].decoded("TRIGGER")
        check(at == datetime.datetime(2028, 2, 15, 9), f"{path.name}: reminds at {at}")
    said = [re.sub(r"\s+", " ", str(work["SUMMARY"])) for work in works]
    for what in expected["upkeep"]:
        check(any(one.startswith(one_line(what)) for one in said), f"{path.name}: lacks {what!r}")


def all_bytes(path):
    """What is in a file, with what is packed or in other letters in it."""
    data = path.read_bytes()
    yield data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield archive.read(name)
    if path.suffix == ".pdf":
        yield pdf_text(path).encode()
        yield subprocess.run(["pdfinfo", str(path)], capture_output=True, timeout=60).stdout
    for packed in re.findall(rb"[A-Za-z0-9+/]{200,}={0,2}", data):
        try:
            yield base64.b64decode(packed, validate=True)
        except ValueError:
            pass


def find_people(path, anonymous):
    pictures = 0
    for data in all_bytes(path):
        pictures += data.startswith(b"\xff\xd8\xff")
        for word in (b"Exif\0", b"KanarieCamera", b"KanarieOpmerking", b"0042-KANARIE"):
            check(word not in data, f"{path.name}: says {word!r} of a photo")
        if anonymous:
            check(expected["canary"].lower().encode() not in data.lower(), f"{path.name}: names somebody")
            check(b"voorbeeld.nl" not in data, f"{path.name}: says how to reach somebody")
    return pictures


for name, format_ in sorted(expected["files"].items()):
    path = folder / name
    language = "en" if name.startswith("en.") else "nl"
    cells = 0
    if format_ == "xlsx":
        cells = read_workbook(path, language)
        read_in_libreoffice(path, "Ideas" if language == "en" else "Ideeën", 1)
    elif format_ == "csv":
        read_tables(path, language)
    elif format_ == "html":
        read_page(path)
    elif format_ == "pdf":
        read_pdf(path)
    elif format_ == "ics":
        read_calendar(path)
    elif format_ == "upkeep":
        read_upkeep(path)
    elif path.suffix == ".pdf":
        check_fonts(path)
    elif format_ == "json":
        json.loads(path.read_text())
    pictures = find_people(path, name.startswith("nobody."))
    if format_ in ("json", "html"):
        check(pictures >= 3, f"{name}: {pictures} photos were looked into")
    print(f"{name}: {path.stat().st_size} bytes" + (f", {cells} cells" if cells else "") + (f", {pictures} photos" if pictures else ""))
# The search must be able to find somebody.
check(any(expected["canary"].encode() in data for data in all_bytes(folder / "nl.xlsx")), "nobody is named anywhere: the search is blind")
openpyxl.load_workbook(folder / "nameless.xlsx")

for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)

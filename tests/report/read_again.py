"""Reads the exports of exports.mjs with programs of others, and says what is missing, what would act, and who is named.

`read_again.py FOLDER`, with Debian's python3 and its openpyxl and icalendar; LibreOffice and poppler are asked by their commands.
"""
import base64
import collections
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
import unicodedata
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


def differing(found, wanted):
    """What is not the same, and where: a few of them."""
    pairs = [(i, *pair) for i, pair in enumerate(zip(found, wanted)) if pair[0] != pair[1]]
    return f"{len(found)} for {len(wanted)}" + (f", {pairs[:4]}" if pairs else "")


def check_columns(name, columns, rows_of, anonymous, as_written=lambda text: text, same=lambda text: text):
    """`columns` say which sheet (by its place) has in which column which texts in its last rows, and whether these name people.
    `rows_of(sheet)` gives the rows below the head; an empty cell is None or ''.
    """
    for one in columns:
        rows = rows_of(one["sheet"])
        if rows is None:
            continue
        unnamed = one.get("unnamed", "")
        wanted = [unnamed if anonymous and one.get("names") else "" if text is None else same(as_written(without_noncharacters(text))) for text in one["texts"]]
        found = ["" if row[one["column"]] is None else same(row[one["column"]]) for row in rows]
        if one.get("whole"):
            check(len(found) == len(wanted), f"{name}: sheet {one['sheet']} has {len(found)} rows for {len(wanted)}")
        if one.get("sorted"):
            found, wanted = sorted(found), sorted(wanted)
        found = found[len(found) - len(wanted):] if len(found) >= len(wanted) else found
        check(found == wanted, f"{name}: sheet {one['sheet']}, column {one['column']} differs: {differing(found, wanted)}")


def read_workbook(path, columns, anonymous):
    book = openpyxl.load_workbook(path)
    formulas = sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    links = sum(cell.hyperlink is not None for sheet in book for row in sheet.iter_rows() for cell in row)
    check(formulas == 0, f"{path.name}: {formulas} formulas")
    check(links == 0, f"{path.name}: {links} links")
    check(all(sheet.freeze_panes == "A2" for sheet in book), f"{path.name}: heads are not frozen")
    check_columns(path.name, columns, lambda sheet: list(book.worksheets[sheet].iter_rows(min_row=2, values_only=True)), anonymous)
    return book


def check_figures(path, book, language):
    """Numbers, days and the chart of the session that has everything."""
    titles = {"nl": ("Ideeën", "Stemmen", "Stembriefjes", "Taken"), "en": ("Ideas", "Votes", "Ballots", "Tasks")}[language]
    times = [row[6] for row in book[titles[0]].iter_rows(min_row=2, values_only=True)]
    check(all(isinstance(time, datetime.datetime) for time in times), f"{path.name}: times are no dates")
    check(len(book[titles[1]]._charts) == 1, f"{path.name}: no chart of the votes")
    check(book[titles[2]].max_row - 1 == expected["ballots"], f"{path.name}: votes on ballots")
    tasks = [row for row in book[titles[3]].iter_rows(min_row=2, values_only=True) if row[3] == datetime.datetime(2027, 4, 1)]
    check(len(tasks) == expected["tasks"], f"{path.name}: {len(tasks)} tasks of the dossier")
    numbers = [row[2] for row in book.worksheets[7].iter_rows(min_row=2, values_only=True) if row[2] is not None]
    check(numbers.count(123.45) == expected["tasks"] and numbers.count(1) == expected["tasks"], f"{path.name}: amounts")
    return sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)


waiting = []  # what LibreOffice is to read: files with what to do with them, all at once, for it takes long to begin


def read_all_in_libreoffice():
    """Each file as LibreOffice reads it, as one XML file. A file that it would have to repair is none."""
    with tempfile.TemporaryDirectory() as out:
        for filter_in in {one[1] for one in waiting}:
            files = [str(path) for path, its, _ in waiting if its == filter_in]
            command = ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "fods", "--outdir", out]
            if filter_in:
                command.append(f"--infilter={filter_in}")
            done = subprocess.run(command + files, capture_output=True, timeout=300)
            check(done.returncode == 0, f"LibreOffice ends with {done.returncode}: {done.stderr.decode()}")
        for path, _, look_at in waiting:
            made = pathlib.Path(out) / (path.stem + ".fods")
            if made.exists():
                look_at(xml.etree.ElementTree.parse(made))
            else:
                problems.append(f"{path.name}: LibreOffice does not open it")


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


def read_in_libreoffice(path, columns, anonymous, only=None, filter_in=None, as_written=lambda text: text):
    """All sheets of a workbook, or a table that is the one sheet `only`."""
    waiting.append((path, filter_in, lambda tree: look_at_tables(tree, path, columns, anonymous, only, filter_in, as_written)))


def look_at_tables(tree, path, columns, anonymous, only, filter_in, as_written):
    formulas = [cell for cell in tree.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")]
    check(not formulas, f"{path.name}: {len(formulas)} formulas in LibreOffice")
    tables = list(tree.iter(f"{TABLE}table"))
    # Charts are tables too, and have no name of a sheet.
    tables = [table for table in tables if table.get(f"{TABLE}name") and not table.get(f"{TABLE}name").startswith("local-table")]

    def rows_of(sheet):
        if only not in (None, sheet):
            return None
        rows = []
        for row in list(tables[0 if only is not None else sheet].iter(f"{TABLE}table-row"))[1:]:
            cells = []
            for cell in row.findall(f"{TABLE}table-cell"):
                cells += [text_of(cell)] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 20)
            if len(cells) > 7 and any(cells):
                rows.append(cells)
        return rows

    def same(text):
        # What looks like a number or a day is one, when LibreOffice reads CSV.
        text = one_line(text)
        return "a number" if filter_in and is_like_a_number(text) else text

    check_columns(f"{path.name} in LibreOffice", columns, rows_of, anonymous, as_written, same)


def is_like_a_number(text):
    return bool(re.fullmatch(r"[0-9.,/E€ +-]+|TRUE|WAAR|FALSE", text))


def inert(text):
    return "'" + text if text.startswith(tuple(STARTS)) else text


def read_tables(path, language, columns, anonymous):
    tables = []
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
            tables.append((name, table, rows))
        check_columns(path.name, columns, lambda sheet: tables[sheet][2][1:], anonymous, inert)
        for sheet, (name, table, _) in enumerate(tables):
            if sheet in {one["sheet"] for one in columns}:
                plain = folder / f"{path.stem.replace('.', '-')}-{name}"
                plain.write_bytes(table)
                read_in_libreoffice(plain, columns, anonymous, sheet, f"CSV:{ord(separator)},34,76", inert)


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


def words_of(path):
    page = Page()
    page.feed(path.read_text())
    check(not page.acts, f"{path.name}: would act: {page.acts}")
    return " ".join(page.said)


def read_page(path, wanted):
    check_texts(path.name, words_of(path), wanted, lambda text: re.sub(r"\s", "", text))


def is_emoji(letter):
    return "\U0001f1e6" <= letter <= "\U0001faff"


def emoji_in(text):
    """How many pictures: people that are joined, with a colour of skin or a flag, are one."""
    joined = re.sub("[\U0001f3fb-\U0001f3ff\ufe0f]", "", text)
    return len(re.findall("(?<!\u200d)[\U0001f1e6-\U0001faff]", joined))


def bare(text):
    """A text as it can be compared with what a PDF gives back: no blanks, no signs that only say how to set it, letters as such, no emoji,
    which are pictures there.
    """
    letters = unicodedata.normalize("NFKD", without_noncharacters(text))
    return "".join(letter for letter in letters if not letter.isspace() and not is_emoji(letter) and unicodedata.category(letter) not in ("Cf", "Cc", "Mn", "Me", "Zs"))


def check_emoji(path, wanted):
    listed = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, timeout=120, text=True).stdout.splitlines()[2:]
    pictures = sum(row.split()[2] == "image" and " jpeg " not in row for row in listed)
    emoji = sum(emoji_in(text) for text in wanted)
    check(pictures >= emoji, f"{path.name}: {pictures} pictures for {emoji} emoji")


def is_shaped(text):
    """Of a script that is set from the right, or whose letters change their places."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "RLO") or "DEVANAGARI" in unicodedata.name(letter, "") for letter in text)


def check_texts(name, said, wanted, same):
    """Every text is there, as often as it was put in at least. Overlapping ones count for each other's parts too."""
    said = same(said)
    for text, times in collections.Counter(wanted).items():
        plain = same(without_noncharacters(text))
        if not plain:
            continue
        found = said.count(plain)
        if found < times and same is bare and is_shaped(text):
            found = shaped_in(said, plain)
        # Beside a script that is set from the right, the signs before a word come to stand elsewhere on its line.
        if found < times and same is bare and not plain[0].isalnum():
            found = min(said.count(re.sub(r"^\W+", "", plain)), found + times // 20)
        check(found >= times, f"{name}: {found} times for {times}: {text[:60]!r}")


def shaped_in(said, plain):
    """How often these letters stand together, in whatever order."""
    room = len(plain)
    wanted = collections.Counter(plain)
    first = min(wanted, key=said.count)
    found, last = 0, -room
    for at, letter in enumerate(said):
        if letter != first or at < last + 1:
            continue
        for begin in range(max(0, at - room + 1), at + 1):
            if begin >= last and collections.Counter(said[begin : begin + room]) == wanted:
                found += 1
                last = begin + room
                break
    return found


def pdf_text(path):
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, timeout=60)
    check(done.returncode == 0 and not done.stderr, f"{path.name}: poppler says {done.stderr.decode()}")
    return done.stdout.decode()


def check_fonts(path):
    """Every font is in the file: it looks the same everywhere."""
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, timeout=60, text=True).stdout.splitlines()[2:]
    check(fonts and all(re.search(r"\byes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", font) for font in fonts), f"{path.name}: fonts: {fonts}")


def read_pdf(path, wanted):
    check_texts(path.name, pdf_text(path), wanted, bare)
    check_emoji(path, wanted)
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


def unescaped(value):
    """By RFC 5545, 3.3.11: in one go, for what follows a backslash that is written as two is itself (icalendar 4 takes it for a sign again)."""
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read_dossier_calendar(path, tasks, events):
    """What is due and what happens on its day, each with the words of the dossier."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    lines = path.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    for sort, wanted in (("VTODO", tasks), ("VEVENT", events)):
        parts = calendar.walk(sort)
        check(all(not part.errors for part in parts), f"{path.name}: errors")
        check(len(parts) == len(wanted), f"{path.name}: {len(parts)} {sort} for {len(wanted)}")
        found, inside = [], False
        for line in lines:
            if line == f"BEGIN:{sort}":
                inside, what, more, reminds = True, "", "", False
            elif line in ("BEGIN:VALARM", "END:VALARM"):
                reminds = line.startswith("BEGIN")
            elif inside and not reminds and line.startswith("SUMMARY:"):
                what = unescaped(line[len("SUMMARY:"):])
            elif inside and not reminds and line.startswith("DESCRIPTION:"):
                more = unescaped(line[len("DESCRIPTION:"):])
            elif inside and line == f"END:{sort}":
                inside = False
                found.append((what, more))
        # A tab is a blank in a calendar.
        found, wanted = sorted(found), sorted((what.replace("\t", " "), more.replace("\t", " ")) for what, more in wanted)
        check(found == wanted, f"{path.name}: {sort} differ: {differing(found, wanted)}")


def read_cards(path, wanted, absent):
    check_fonts(path)
    said = pdf_text(path)
    check_texts(path.name, said, wanted, bare)
    check_emoji(path, wanted)
    check_absent(path.name, bare(said), [bare(text) for text in absent if bare(text)])


def check_absent(name, said, texts):
    for text in texts:
        check(text not in said, f"{name}: says {text[:60]!r}")


def read_summary(path, page):
    """On one page, whatever was written; it shortens."""
    if path.suffix == ".html":
        return read_page(path, page)
    read_pdf(path, page)
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, timeout=60, text=True).stdout
    check(re.search(r"^Pages:\s+1$", told, re.M), f"{path.name}: not one page")


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
    anonymous = name.startswith("nobody.")
    wanted = expected["said"] + ([] if anonymous else expected["named"])
    cells = 0
    if format_ == "xlsx":
        book = read_workbook(path, expected["columns"], anonymous)
        cells = check_figures(path, book, language)
        read_in_libreoffice(path, expected["columns"], anonymous)
    elif format_ == "csv":
        read_tables(path, language, expected["columns"], anonymous)
    elif format_ == "html":
        read_page(path, wanted)
    elif format_ == "pdf":
        read_pdf(path, wanted)
    elif format_ == "ics":
        read_calendar(path)
    elif format_ == "upkeep":
        read_upkeep(path)
    elif path.suffix == ".pdf":
        check_fonts(path)
    elif format_ == "json":
        json.loads(path.read_text())
    pictures = find_people(path, anonymous)
    if format_ in ("json", "html"):
        check(pictures >= 3, f"{name}: {pictures} photos were looked into")
    print(f"{name}: {path.stat().st_size} bytes" + (f", {cells} cells" if cells else "") + (f", {pictures} photos" if pictures else ""))
# What is called by the bad texts: people in their sessions, and everything in a dossier.
for one in expected["others"]:
    path = folder / one["file"]
    anonymous, kind = one["anonymous"], one["kind"]
    if kind == "xlsx":
        read_workbook(path, one["columns"], anonymous)
        read_in_libreoffice(path, one["columns"], anonymous)
    elif kind == "csv":
        read_tables(path, "nl", one["columns"], anonymous)
    elif kind == "html":
        read_page(path, one["said"])
        check_absent(path.name, re.sub(r"\s", "", words_of(path)), [re.sub(r"\s", "", text) for text in one["absent"]])
    elif kind == "pdf":
        read_pdf(path, one["said"])
        check_absent(path.name, bare(pdf_text(path)), [bare(text) for text in one["absent"] if bare(text)])
    elif kind == "cards":
        read_cards(path, one["said"], one["absent"])
    elif kind == "summary":
        read_summary(path, one["said"])
    else:
        read_dossier_calendar(path, one["tasks"], one["events"])
    print(f"{path.name}: {path.stat().st_size} bytes")
read_all_in_libreoffice()
# The search must be able to find somebody.
check(any(expected["canary"].encode() in data for data in all_bytes(folder / "nl.xlsx")), "nobody is named anywhere: the search is blind")
openpyxl.load_workbook(folder / "nameless.xlsx")

for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems else 0)

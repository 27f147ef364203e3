"""A report that uses every kind of block, and what people might type into one."""

from lobgids.report.blocks import (
    Blank,
    Cell,
    Figure,
    FixedWords,
    Grid,
    Group,
    Heading,
    Items,
    Key,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Row,
    Table,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "</style>",
    "&amp;",
    "\"quotes'",
    "[red]x[/red]",
    "#show: x",
    "$x$",
    "{{ 7*7 }}",
    "=1+1",
    r"*a* _b_ `c` | d",
    r"\newline",
    "---",
    "1. x",
    "![a](http://x)",
    "@import",
    "\u202etsket re siht\u202c",
    "مرحبا بكم في المدرسة",
    "職業指導",
    "👩🏽‍👩‍👧 🎓 👍🏿",
    "reunie in cafe\u0301 De Kroon",
    "a" * 20_000,
]

_YES, _SOMETIMES, _HEARD, _NONE = (
    Cell(share=0.8, text="80%"),
    Cell(share=0.3, text="30%"),
    Cell(share=0.5, is_unsure=True, text="50%"),
    Cell(),
)
_AIM, _NEAR = Cell(share=0.6, is_aimed=True, text="60%"), Cell(is_aimed=True)

_GRID = Grid(
    corner="Onderdeel",
    columns=("Bij de decaan", "Bij de mentor", "Bij het hele team"),
    groups=(
        Group(
            name="Beleid en afspraken",
            rows=(
                Row(name="Visie op LOB", cells=(_YES, _SOMETIMES, _NEAR)),
                Row(name="Taken en uren", cells=(_YES, _AIM, _NONE), remark="verschilt per afdeling"),
            ),
        ),
        Group(
            name="Begeleiding",
            rows=(
                Row(name="Lessen in de klas", cells=(_SOMETIMES, _AIM, _NONE)),
                Row(name="Gesprekken met leerlingen en hun ouders", cells=(_HEARD, _NEAR, _NONE), remark="van papier"),
            ),
        ),
    ),
    keys=(
        Key(cell=Cell(share=0.8), text="Hoe voller, hoe meer antwoorden hierop wijzen"),
        Key(cell=Cell(share=0.5, is_unsure=True), text="Nog niet in de praktijk gezien"),
        Key(cell=Cell(is_aimed=True), text="Hier wil de school heen"),
    ),
    remarks="Opmerking",
)

_PICTURE = ReportPart(
    id="picture",
    title="Wat er nu is",
    blocks=(
        Paragraph(text="De mentor kent de leerling het best, en de decaan houdt het overzicht.", look="lead"),
        Paragraph(
            text="Dit beeld komt uit een gesprek van drie kwartier. Het laat zien hoe LOB op een gewone schooldag "
            "gaat: wie begint, wie meedenkt en wie het regelt.\nEr hoort geen cijfer bij."
        ),
        Heading(text="Zo ligt het per onderdeel"),
        Figure(
            grid=_GRID,
            caption="Waar LOB nu ligt en waar de school heen wil",
            alt="Visie en taken liggen vooral bij de decaan. Bij drie van de vier onderdelen wil de school meer bij de "
            "mentor leggen.",
        ),
        Heading(text="In eigen woorden", level=3),
        Quote(
            text="Vorig jaar deed ik alles zelf.\nNu komen mentoren uit zichzelf langs met een vraag.",
            about="de lessen in de klas",
        ),
        Quote(text="Bij de havo gaat het anders dan bij het vmbo."),
        Heading(text="Wat al werkt"),
        Items(
            items=(
                "In klas 3 praat elke leerling twee keer per jaar met de mentor.",
                "Oud-leerlingen vertellen in februari over hun opleiding.\nOuders zijn daar ook bij.",
                "De decaan en de teamleiders maken samen de jaarplanning.",
            )
        ),
        Paragraph(text="Bron: het gesprek van 12 maart 2027, met de antwoorden van de decaan.", look="small"),
    ),
)

_PLAN = ReportPart(
    id="plan",
    title="Het plan",
    on_new_page=True,
    blocks=(
        Paragraph(text="Drie stappen voor dit schooljaar. Wat nog open is, vullen jullie samen in."),
        Table(
            caption="Wie wat doet, en wanneer",
            header=("Stap", "Wat we doen", "Wie", "Wanneer"),
            rows=(
                ("Begin", "Mentoren van klas 3 kijken mee bij een gesprek.", "decaan en twee mentoren", "oktober"),
                ("Verder", "Elke mentor voert een gesprek en vertelt erover in het team.", "mentoren van klas 3", ""),
                ("Vasthouden", "De gesprekken komen in de jaarplanning.", "", ""),
            ),
            widths=(2, 5, 3, 2),
        ),
        Heading(text="In deze volgorde"),
        Items(
            items=(
                "Bespreek het plan met de schoolleiding.",
                "Vraag wie er mee wil beginnen.",
                "Kies een datum om terug te kijken.",
            ),
            mark="number",
        ),
        Heading(text="Voor volgende week"),
        Items(items=("Een uur in de agenda van het team", "De vragen voor het gesprek kopiëren"), mark="box"),
        Heading(text="Samen in te vullen", level=3),
        Blank(text="Dit willen we over een jaar zien:", lines=2),
        Blank(text="We kijken terug op:"),
    ),
)

_TEAM = ReportPart(
    id="team",
    title="Voor het teamoverleg",
    blocks=(
        Paragraph(text="Deze bladzijde kan zo op tafel."),
        Table(
            caption="Vragen om samen te bespreken",
            header=("Vraag", "Ons antwoord"),
            rows=(
                ("Wat gaat er in onze lessen al over later?", ""),
                ("Bij wie komt een leerling het eerst?", ""),
            ),
        ),
        PageBreak(),
        Heading(text="Nog uit te zoeken"),
        Items(items=("Hoeveel uur een mentor voor LOB heeft: vraag het de teamleider.",)),
    ),
)

SAMPLE = Report(
    title="LOB op het Vechtdal College",
    name="LOB op het Vechtdal College: voorstel",
    subtitle="Een beeld en een plan, voor de schoolleiding",
    language="nl",
    date="2027-03-12",
    day="12 maart 2027",
    notes=("Dit is een tussenstand: het gesprek is nog niet af.", "Gemaakt met lobgids."),
    parts=(_PICTURE, _PLAN, _TEAM),
    words=FixedWords(
        contents="Inhoud",
        page="bladzijde {number} van {total}",
        figure="Figuur",
        table="Tabel",
        to_fill_in="in te vullen",
        empty_cells="Lege vakken zijn om in te vullen.",
        skip="Naar de tekst",
    ),
    has_contents=True,
)

"""Reads a page's HTML back as a browser without scripts shows it."""

from html.parser import HTMLParser

# They have no end.
ALONE = {"meta", "link", "input", "br", "img"}


class EarlyPage(HTMLParser):
    """``texts(tag, of_class)``: what its parts say; ``fields``: what the form would send."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict]] = []
        self.parts: list[tuple[str, dict, list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        part = (tag, dict(attrs), [])
        self.parts.append(part)
        if tag not in ALONE:
            self.open.append(part)

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        # What scripts are told is said to nobody.
        if self.open and self.open[-1][0] == "script":
            self.open[-1][2].append(data)
            return
        for _, _, said in self.open:
            said.append(data)

    def every(self, tag, **attributes):
        asked = {name.rstrip("_"): text for name, text in attributes.items()}
        return [
            (held, " ".join("".join(said).split()))
            for found, held, said in self.parts
            if found == tag and asked.items() <= held.items()
        ]

    def texts(self, tag, **attributes):
        return [text for _, text in self.every(tag, **attributes)]

    def said_of(self, field):
        """What a reader hears of a field beside its value: the label, then what describes it."""
        ((held, _),) = self.every("input", name=field)
        (label,) = self.texts("label", for_=held["id"])
        parts = [each for tag in ("span", "p") for each in self.every(tag)]
        described = {part["id"]: text for part, text in parts if "id" in part}
        return [label, *(described[name] for name in held.get("aria-describedby", "").split())]

    def named(self, name):
        """What the tag in the head says of the page under this name."""
        (held,) = (
            held
            for held, _ in self.every("meta")
            if name in (held.get("name"), held.get("property"))
        )
        return held["content"]

    @property
    def fields(self):
        typed = {held["name"]: held["value"] for held, _ in self.every("input")}
        chosen, select = {}, ""
        for tag, held, _ in self.parts:
            select = held["name"] if tag == "select" else select
            if tag == "option" and "selected" in held:
                chosen[select] = held["value"]
        return typed | chosen

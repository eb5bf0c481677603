"""Sites that may show our pages in a frame, as people write them: taken, or refused with why."""

import pytest

from carechoice.catalog.centre.framing import read_sites


@pytest.mark.parametrize(
    ("cell", "sites"),
    [
        ("", ()),
        ("https://www.example.org", ("https://www.example.org",)),
        ("www.example.org", ("https://www.example.org",)),
        ("https://WWW.Example.org/", ("https://www.example.org",)),
        ("https://www.example.org:443", ("https://www.example.org",)),
        ("https://www.example.org:8443", ("https://www.example.org:8443",)),
        ("www.example.org, example.org", ("https://www.example.org", "https://example.org")),
        ("a.org;b.org\nc.org|a.org", ("https://a.org", "https://b.org", "https://c.org")),
        ("https://café.example.org", ("https://xn--caf-dma.example.org",)),
        ("http://localhost:8750 http://127.0.0.1", ("http://localhost:8750", "http://127.0.0.1")),
    ],
)
def test_sites_are_read_as_people_write_them(cell, sites):
    assert read_sites(cell) == sites


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("*", "'*' stands for more than one site. Write each by its own name"),
        ("https://*.example.org", "stands for more than one site"),
        ("https://www.example.org/our-iop/", "Write the site alone: https://www.example.org."),
        ("example.org?a=1", "is a page of a site. Write the site alone: https://example.org."),
        ("example.org/#iop", "is a page of a site"),
        ("http://www.example.org", "write https://www.example.org."),
        ("ftp://example.org", "'ftp://example.org' is not a website."),
        ("file:///c/our.html", "is not a website"),
        (
            "example",
            "'example' is not the address of a site. Write one such as https://www.example",
        ),
        ("https://", "is not the address of a site"),
        ("me@example.org", "is not the address of a site"),
        ("https://example.org:port", "is not the address of a site"),
        ("https://[::1", "is not the address of a site"),
        ("'self'", "is not the address of a site"),
        ("https://example.org'none'", "is not the address of a site"),
        ("our_house.example.org", "is not the address of a site"),
        (" ".join(f"{n}.example.org" for n in range(11)), "11 sites stand here. Write 10 at most."),
    ],
)
def test_what_is_no_site_is_named_with_what_to_write(cell, said):
    with pytest.raises(ValueError, match=r"\.$") as caught:
        read_sites(cell)
    assert said in str(caught.value)

"""The option by which `make transcripts` writes them anew."""


def pytest_addoption(parser):
    parser.addoption("--write-transcripts", action="store_true", help="write them anew")

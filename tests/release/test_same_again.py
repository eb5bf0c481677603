"""Two installs are the same where each file is; one that differs is named."""

from release.same import differing, hashes, mark


def installed(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return hashes(folder)


def test_the_same_files_have_the_same_mark(tmp_path):
    first = installed(tmp_path / "first", module="x = 1\n", data="1,2\n")
    second = installed(tmp_path / "second", data="1,2\n", module="x = 1\n")
    assert differing(first, second) == []
    assert mark(first) == mark(second)


def test_a_file_that_differs_is_named_and_so_is_one_that_only_one_has(tmp_path):
    first = installed(tmp_path / "first", module="x = 1\n", data="1,2\n", same="")
    second = installed(tmp_path / "second", module="x = 2\n", same="")
    assert differing(first, second) == ["data", "module"]
    assert mark(first) != mark(second)


def test_what_names_the_folder_it_stands_in_is_not_compared(tmp_path):
    first = installed(tmp_path / "first", RECORD="first/bin/run", module="")
    second = installed(tmp_path / "second", RECORD="second/bin/run", module="")
    assert differing(first, second) == []

from server.clauses import index, load_library
from server.clauses.library import BUILT_IN


def test_the_readme_shows_the_index_of_the_library_as_it_is() -> None:
    readme = (BUILT_IN / "README.md").read_text(encoding="utf-8")
    shown = readme.split("<!-- generated: server.clauses.index -->\n")[1]
    assert shown == index(load_library())

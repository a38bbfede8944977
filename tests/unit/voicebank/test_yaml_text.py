"""YAML becomes strings, lists and mappings, and nothing else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.voicebank.yaml_text import MAX_DEPTH, YamlFault, plain_yaml

words = st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=8)
trees = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)


@given(trees)
def test_what_was_written_is_read_again(tree):
    assert plain_yaml(yaml.safe_dump(tree, allow_unicode=True)) == tree


@given(trees)
def test_the_usual_loader_reads_the_same(tree):
    text = yaml.safe_dump([tree, tree, {"a": tree}])
    assert plain_yaml(text) == yaml.load(text, Loader=yaml.BaseLoader)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text):
    try:
        plain_yaml(text)
        reason = ""
    except YamlFault as fault:
        reason = str(fault)
    assert "\n" not in reason


@pytest.mark.parametrize("word", ["n", "y", "no", "on", "~", "1e3", "0x10", "2020-01-01", "@"])
def test_words_that_yaml_likes_to_change_stay_words(word):
    assert plain_yaml(f'"{word}": ["{word}"]') == {word: [word]}
    if word != "@":
        assert plain_yaml(f"{word}: {word}") == {word: word}


def test_an_alias_is_the_same_object_and_never_a_copy():
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    read = plain_yaml("\n".join(lines))
    assert read["a59"][0] is read["a59"][1] is read["a58"]


def test_a_later_key_or_anchor_of_one_name_wins():
    assert plain_yaml("a: 1\na: 2\n") == {"a": "2"}
    assert plain_yaml("- &x 1\n- &x 2\n- *x\n") == ["1", "2", "2"]


def test_only_the_first_document_counts():
    assert plain_yaml("a: 1\n---\nb: 2\n") == {"a": "1"}
    assert plain_yaml("") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("&x [*x]", "alias 'x'"),
        ("*x", "alias 'x'"),
        ("{[a]: b}", "key"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "nested"),
        ("a: [", "expected"),
    ],
)
def test_what_is_refused_says_why(text, words):
    with pytest.raises(YamlFault, match=words):
        plain_yaml(text)


def test_the_deepest_that_is_allowed_is_read():
    tree = plain_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH - 1):
        (tree,) = tree
    assert tree == []

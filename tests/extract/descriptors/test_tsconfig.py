"""What the prefixes of imports stand for, from `tsconfig.json`."""

from facts_of import facts_of

from assessor.extract.descriptors.tsconfig import DESCRIPTOR


def test_prefixes_are_seen_from_the_root_and_comments_are_no_matter() -> None:
    text = """{
  // ours
  "extends": "../base.json",
  "compilerOptions": {
    "baseUrl": "src",
    "paths": { "@shop/*": ["./shop/*"], "tool": ["../node_modules/tool"], "out": ["../../../out"], },
  },
}
"""
    assert facts_of(DESCRIPTOR, text, "web/tsconfig.app.json") == [
        "3 Trait path.extends folder=web,target=base.json",
        "5 Trait path.alias folder=web,pattern=*,target=web/src/*",
        "6 Trait path.alias folder=web,pattern=@shop/*,target=web/src/shop/*",
    ]


def test_without_a_base_paths_begin_at_the_file() -> None:
    assert facts_of(DESCRIPTOR, '{"compilerOptions": {"paths": {"~/*": ["./app/*"]}}}', "jsconfig.json") == [
        "1 Trait path.alias pattern=~/*,target=app/*"
    ]

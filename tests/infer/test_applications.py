"""Deployables that share code, a store, a call or a build are one application; those that share nothing are separate."""

from assessor.domain.facts import Endpoint, Evidence, FileFacts, RemoteCall
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import ApplicationPart
from assessor.infer.applications import divide
from assessor.infer.landscape import infer
from tests.builders import artifact, connection, file, image, library, setting, trait


def server(folder: str, *facts: FileFacts) -> tuple[FileFacts, ...]:
    manifest = f"{folder}/package.json"
    return (
        file(manifest, artifact("package", folder, folder, manifest, main=True), library("npm:express", path=manifest)),
        file(f"{folder}/index.js", language="javascript"),
        *facts,
    )


def parts(knowledge: Knowledge, *facts: FileFacts, uses: tuple[tuple[str, str], ...] = ()) -> tuple[ApplicationPart, ...]:
    return divide(tuple(facts), infer(tuple(facts), knowledge), uses)


def names(found: tuple[ApplicationPart, ...]) -> list[list[str]]:
    return [[each.name for each in part.deployables] for part in found]


def test_servers_that_share_nothing_are_separate_and_every_file_has_one_home(knowledge: Knowledge) -> None:
    files = (*server("forum"), *server("shop"), file("shop/lib/cart.js", language="javascript"), file("README.md", role="document"))
    found = parts(knowledge, *files)
    assert [(part.name, part.paths) for part in found] == [
        ("shop", ("README.md", "shop/index.js", "shop/lib/cart.js", "shop/package.json")),
        ("forum", ("forum/index.js", "forum/package.json")),
    ]


def test_an_application_is_not_called_src(knowledge: Knowledge) -> None:
    files = (*server("shop/src"), *server("forum/Source"), *server("src"))
    assert sorted(part.name for part in parts(knowledge, *files)) == ["", "forum", "shop"]


def test_shared_code_makes_one(knowledge: Knowledge) -> None:
    files = (*server("forum"), *server("shop"), file("lib/money.js", language="javascript"))
    uses = (("forum/index.js", "lib/money.js"), ("shop/index.js", "lib/money.js"))
    assert names(parts(knowledge, *files, uses=uses)) == [["forum", "shop"]]


def test_a_shared_store_makes_one(knowledge: Knowledge) -> None:
    def store(folder: str, database: str) -> FileFacts:
        return file(f"{folder}/.env", connection(f"mysql://db/{database}", f"{folder}/.env"))

    assert len(parts(knowledge, *server("forum", store("forum", "main")), *server("shop", store("shop", "main")))) == 1
    assert len(parts(knowledge, *server("forum", store("forum", "posts")), *server("shop", store("shop", "orders")))) == 2


def test_a_call_makes_one(knowledge: Knowledge) -> None:
    caller = file("shop/config.json", connection("http://forum:3000/api", "shop/config.json"))
    assert len(parts(knowledge, *server("forum"), *server("shop", caller))) == 1


def test_a_contract_that_the_other_serves_makes_one(knowledge: Knowledge) -> None:
    asks = file("shop/orders.py", RemoteCall("Orders", "grpc", "", Evidence("shop/orders.py", 3)))
    serves = file("forum/orders.py", Endpoint("Orders", "", "grpc", "", Evidence("forum/orders.py", 9)))
    assert len(parts(knowledge, *server("forum", serves), *server("shop", asks))) == 1
    assert len(parts(knowledge, *server("forum"), *server("shop", asks))) == 2


def test_a_host_that_the_code_names_makes_one_also_without_the_word_for_a_service(knowledge: Knowledge) -> None:
    def caller(url: str) -> FileFacts:
        return file("shop/urls.js", trait("host.named", "shop/urls.js", url=url), language="javascript")

    assert len(parts(knowledge, *server("forum"), *server("shop", caller("http://forum%s/posts")))) == 1
    assert len(parts(knowledge, *server("forumsvc"), *server("shop", caller("http://forum:${port}")))) == 1
    assert len(parts(knowledge, *server("forum"), *server("shop", caller("http://forums/")))) == 2


def test_a_call_to_this_machine_is_one_to_the_only_root_that_listens_there(knowledge: Knowledge) -> None:
    def caller(port: int) -> FileFacts:
        return file("shop/config.json", connection(f"http://localhost:{port}/api", "shop/config.json"))

    port = file("forum/.env", setting("PORT", "9000", "forum/.env", format="env"))
    assert len(parts(knowledge, *server("forum", port), *server("shop", caller(9000)))) == 1
    assert len(parts(knowledge, *server("forum", port), *server("shop", caller(9001)))) == 2
    assert len(parts(knowledge, *server("forum"), *server("shop", caller(3000)))) == 2, "both listen there"


def test_a_manifest_outside_of_the_roots_speaks_for_the_one_root_whose_image_it_starts(knowledge: Knowledge) -> None:
    def manifest(*images: str) -> FileFacts:
        path = "deploy/shop.yaml"
        started = [image(f"registry.example/acme/{one}:1.2", path=path) for one in images]
        return file(path, connection("http://forum:3000", path), *started)

    assert len(parts(knowledge, *server("forum"), *server("shop"), manifest("shop"))) == 1
    assert len(parts(knowledge, *server("forum"), *server("shop"), manifest())) == 2
    three = (*server("forum"), *server("shop"), *server("blog"))
    assert names(parts(knowledge, *three, manifest("shop", "blog"))) == [["blog", "shop"], ["forum"]]


def test_a_build_that_lists_both_makes_one(knowledge: Knowledge) -> None:
    root = file("pom.xml", artifact("pom", "all", "", "pom.xml", modules=("forum", "shop")))
    assert len(parts(knowledge, root, *server("forum"), *server("shop"))) == 1


def test_a_compose_file_that_builds_both_makes_one(knowledge: Knowledge) -> None:
    compose = file(
        "docker-compose.yml",
        trait("compose.build", "docker-compose.yml", 2, service="a", context="./forum"),
        trait("compose.build", "docker-compose.yml", 5, service="b", context="./shop"),
    )
    assert len(parts(knowledge, compose, *server("forum"), *server("shop"))) == 1


def test_a_compose_file_speaks_for_the_one_root_that_it_builds(knowledge: Knowledge) -> None:
    def compose(*contexts: str) -> FileFacts:
        path = "compose-shop.yml"
        builds = [trait("compose.build", path, n, service="x", context=context) for n, context in enumerate(contexts, 1)]
        return file(path, connection("http://forum:3000", path), *builds)

    assert len(parts(knowledge, *server("forum"), *server("shop"), compose("./shop"))) == 1
    assert len(parts(knowledge, *server("forum"), *server("shop"), compose("./elsewhere"))) == 2


def test_what_one_host_program_starts_is_one(knowledge: Knowledge) -> None:
    def host(*projects: str) -> FileFacts:
        return file("Host.cs", *(trait("host.starts", "Host.cs", n, project=name) for n, name in enumerate(projects, 1)))

    assert len(parts(knowledge, *server("forum.api"), *server("shop"), host("Forum_Api", "Shop"))) == 1
    assert len(parts(knowledge, *server("forum.api"), *server("shop"), host("Forum", "Shop"))) == 2


def test_a_frontend_belongs_to_the_server_beside_it(knowledge: Knowledge) -> None:
    pages = (
        file(
            "shop/web/package.json",
            artifact("package", "pages", "shop/web", "shop/web/package.json"),
            library("npm:vue", path="shop/web/package.json"),
        ),
        file("shop/web/index.html", language="html"),
    )
    found = parts(knowledge, *server("shop/api"), *server("forum/api"), *pages)
    assert sorted(map(len, (part.deployables for part in found))) == [1, 2]


def test_a_library_is_one_part_without_deployables(knowledge: Knowledge) -> None:
    (part,) = parts(knowledge, file("src/a.py", setting("x", "y", "src/a.py"), language="python"))
    assert (part.paths, part.deployables) == (("src/a.py",), ())

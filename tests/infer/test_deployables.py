"""What is started, where its root is, and on which port it listens."""

from assessor.domain.facts import Evidence, FileFacts, Port
from assessor.domain.knowledge import Knowledge
from assessor.domain.runtime import Deployable
from assessor.infer.landscape import infer
from tests.builders import artifact, file, library, port, process, reference, setting, trait


def deployables(knowledge: Knowledge, *facts: FileFacts) -> tuple[Deployable, ...]:
    return infer(tuple(facts), knowledge).deployables


def summary(knowledge: Knowledge, *facts: FileFacts) -> list[str]:
    return [
        f"{each.role} {each.folder or '.'} {each.artifact} {each.runtime} :{each.port}" for each in deployables(knowledge, *facts)
    ]


def spring(folder: str, *more: FileFacts) -> tuple[FileFacts, ...]:
    pom, main = f"{folder}/pom.xml", f"{folder}/src/main/java/Application.java"
    return (
        file(
            pom,
            artifact("jar", folder, folder, pom, main=True),
            library("maven:org.springframework.boot:spring-boot-starter-web", path=pom),
        ),
        file(main, reference("SpringApplication.run"), language="java"),
        *more,
    )


def test_a_web_archive_with_its_descriptor_is_one_deployable(knowledge: Knowledge) -> None:
    descriptor = "src/main/webapp/WEB-INF/web.xml"
    assert summary(
        knowledge,
        file("pom.xml", artifact("war", "petstore")),
        file(descriptor, artifact("war", "Pet Store", "src/main/webapp/WEB-INF", descriptor, main=True)),
    ) == ["web . war tomcat :8080"]


def test_an_enterprise_archive_contains_its_modules(knowledge: Knowledge) -> None:
    assert summary(
        knowledge,
        file(
            "ear/pom.xml",
            artifact("ear", "claims-ear", "ear", "ear/pom.xml"),
            library("maven:com.acme:claims-web", path="ear/pom.xml"),
        ),
        file("web/pom.xml", artifact("war", "claims-web", "web", "web/pom.xml")),
        file("ejb/pom.xml", artifact("ejb", "claims-ejb", "ejb", "ejb/pom.xml")),
    ) == ["web ear ear wildfly :8080"]


def test_the_port_of_the_configuration_comes_before_the_default(knowledge: Knowledge) -> None:
    at, production = "shop/src/main/resources/application.yml", "shop/src/main/resources/application-dev.yml"
    (found,) = deployables(
        knowledge,
        *spring("shop"),
        file(at, setting("server.port", "8081", at)),
        file(production, setting("server.port", "9999", production, profile="dev")),
    )
    assert (found.port, found.port_basis, [place.path for place in found.port_evidence]) == (8081, "observed", [at])


def test_a_port_of_another_service_is_no_port_of_this_one(knowledge: Knowledge) -> None:
    (found,) = deployables(
        knowledge,
        file(
            "package.json", artifact("package", "shop", "", "package.json", main=True), library("npm:express", path="package.json")
        ),
        file(".env.example", setting("REDIS_PORT", "6379", ".env.example"), setting("PORT", "4000", ".env.example", 2)),
        file("conf/nginx.conf", port(80, "http", "conf/nginx.conf")),
    )
    assert found.port == 4000


def test_each_module_that_starts_is_a_server_and_libraries_are_not(knowledge: Knowledge) -> None:
    common = file("common/pom.xml", artifact("jar", "common", "common", "common/pom.xml"))
    assert summary(knowledge, *spring("admin"), *spring("portal"), common) == [
        "web admin jar java :8080",
        "web portal jar java :8080",
    ]


def test_demonstrations_are_not_shipped(knowledge: Knowledge) -> None:
    assert summary(knowledge, *spring("mall"), *spring("mall-demo")) == ["web mall jar java :8080"]


def test_workers_share_the_root_of_their_server(knowledge: Knowledge) -> None:
    found = deployables(
        knowledge,
        file(
            "requirements.txt",
            library("pypi:django", path="requirements.txt"),
            library("pypi:celery", path="requirements.txt", line=2),
        ),
        file("manage.py", language="python"),
        file("clinic/wsgi.py", language="python"),
        file("clinic/celery.py", reference("celery.Celery", "new"), language="python"),
        file("billing/tasks.py", reference("celery.schedules.crontab", "import"), language="python"),
    )
    assert [(each.role, each.folder, each.command) for each in found] == [
        ("scheduler", "", "celery -A clinic.celery beat --loglevel=INFO --schedule=/tmp/celerybeat-schedule"),
        ("web", "", "gunicorn clinic.wsgi:application --bind 0.0.0.0:8000"),
        ("worker", "", "celery -A clinic.celery worker --loglevel=INFO"),
    ]


def test_what_an_administrator_starts_comes_before_what_a_library_suggests(knowledge: Knowledge) -> None:
    found = deployables(
        knowledge,
        file("config.ru", language="ruby"),
        file("Gemfile", library("gem:sidekiq", path="Gemfile")),
        file("Procfile", process("bundle exec sidekiq -q mail", name="worker")),
    )
    assert [(each.role, each.command) for each in found if each.role == "worker"] == [("worker", "bundle exec sidekiq -q mail")]


def test_pages_that_are_built_into_a_server_are_no_frontend_of_their_own(knowledge: Knowledge) -> None:
    def pages(folder: str) -> tuple[FileFacts, ...]:
        manifest = f"{folder}/package.json"
        return (
            file(manifest, artifact("package", "pages", folder, manifest), library("npm:vue", path=manifest)),
            file(f"{folder}/index.html", language="html"),
        )

    server = (
        file("server/main.go", language="go"),
        file("server/go.mod", library("golang:github.com/gin-gonic/gin", path="server/go.mod")),
    )
    assert summary(knowledge, *server, *pages("web")) == ["frontend web spa static :80", "web server go go :8080"]
    assert summary(knowledge, *server, *pages("server/frontend")) == ["web server go go :8080"]


def test_old_and_new_dotnet_are_told_apart_by_what_they_target(knowledge: Knowledge) -> None:
    def site(folder: str, name: str, version: str) -> FileFacts:
        at = f"{folder}/{folder}.csproj"
        return file(at, artifact("site", folder, folder, at, main=True), trait("runtime.version", at, name=name, version=version))

    assert summary(knowledge, site("Old", "dotnet-framework", "4.6.1")) == ["web Old site dotnet-framework :80"]
    assert summary(knowledge, site("New", "dotnet", "8.0")) == ["web New site dotnet :8080"]


def test_a_library_starts_nothing(knowledge: Knowledge) -> None:
    assert deployables(knowledge, file("pom.xml", artifact("jar", "commons")), file("src/main/java/A.java", language="java")) == ()


def test_an_own_container_file_says_what_is_started(knowledge: Knowledge) -> None:
    at = "notifier/Dockerfile"
    (found,) = deployables(
        knowledge,
        file(
            at,
            trait("image.final", at, reference="python:3.11-slim"),
            process("python -m notifier.main", "service", "notifier", at),
        ),
        file("notifier/requirements.txt", library("pypi:pika", path="notifier/requirements.txt")),
        file("notifier/main.py", reference("pika", "import"), language="python"),
    )
    assert (found.role, found.folder, found.command, found.port) == ("worker", "notifier", "python -m notifier.main", 0)


def test_the_runtime_knows_its_version_image_and_end(knowledge: Knowledge) -> None:
    landscape = infer(
        (
            file(
                "composer.json",
                library("composer:laravel/framework", path="composer.json"),
                trait("runtime.version", "composer.json", name="php", version="^7.3"),
            ),
            file("artisan", language="php"),
        ),
        knowledge,
    )
    (runtime,) = landscape.runtimes
    assert (runtime.version, runtime.image, runtime.end_of_life, runtime.basis) == (
        "7.3",
        "php:7.4.33-apache",
        "2022-11-28",
        "observed",
    )
    assert landscape.deployables[0].runtime_version == runtime.version


def test_a_version_newer_than_the_catalogue_gets_its_own_image(knowledge: Knowledge) -> None:
    facts = (file("config.ru", language="ruby"), file("Gemfile", trait("runtime.version", "Gemfile", name="ruby", version="9.1.2")))
    (runtime,) = infer(facts, knowledge).runtimes
    assert (runtime.version, runtime.image, runtime.end_of_life) == ("9.1.2", "ruby:9.1.2-slim", "")


def test_a_server_whose_library_comes_through_a_module_of_the_tree(knowledge: Knowledge) -> None:
    boot, framework = "admin/pom.xml", "framework/pom.xml"
    main = file("admin/src/main/java/Application.java", reference("SpringApplication.run"), language="java")
    apart = file(boot, artifact("jar", "admin", "admin", boot, main=True), library("maven:com.acme:framework", path=boot))
    web = file(
        framework,
        artifact("jar", "framework", "framework", framework),
        library("maven:org.springframework.boot:spring-boot-starter-web", path=framework),
    )
    assert summary(knowledge, apart, web, main) == ["web admin jar java :8080"]


def test_a_server_that_another_one_is_built_from_is_no_second(knowledge: Knowledge) -> None:
    boot = file("boot/pom.xml", library("maven:com.acme:shop", path="boot/pom.xml"))
    assert summary(knowledge, *spring("shop"), *spring("boot", boot)) == ["web boot jar java :8080"]
    assert summary(knowledge, *spring("shop"), *spring("boot")) == ["web boot jar java :8080", "web shop jar java :8080"]
    both = ["web boot jar java :8080", "web shop jar java :8080"]
    assert summary(knowledge, *spring("shop"), *spring("boot", boot), file("shop/Dockerfile")) == both
    assert summary(knowledge, *spring("shop"), *spring("boot", boot), file("boot/Dockerfile")) == ["web boot jar java :8080"]


def test_a_port_that_only_root_may_take_is_the_machine_s(knowledge: Knowledge) -> None:
    needs = file("requirements.txt", library("pypi:django", path="requirements.txt"))
    application = file("app/wsgi.py", language="python")
    held = file("web.socket", Port(80, "tcp", "web", Evidence("web.socket", 1, "systemd")))
    free = file("web.socket", Port(8011, "tcp", "web", Evidence("web.socket", 1, "systemd")))
    assert {each.port for each in deployables(knowledge, needs, application, held)} == {8000}
    assert {each.port for each in deployables(knowledge, needs, application, free)} == {8011}


def test_a_manifest_in_a_folder_of_its_own_speaks_of_the_source_above(knowledge: Knowledge) -> None:
    manifest = file(
        "install/package.json",
        artifact("package", "forum", "install", "install/package.json", main=True),
        library("npm:express", path="install/package.json"),
        process("node loader.js", "web", "start", "install/package.json"),
    )
    assert summary(knowledge, manifest, file("loader.js", language="JavaScript")) == ["web . node-server node :3000"]
    beside = file("install/loader.js", language="JavaScript")
    assert summary(knowledge, manifest, file("loader.js"), beside) == ["web install node-server node :3000"]


def test_a_port_of_a_profile_for_tests_is_nobodys(knowledge: Knowledge) -> None:
    def configured(profile: str) -> list[str]:
        at = f"shop/src/main/resources/application-{profile}.yaml"
        place = Evidence(at, 1, "yaml")
        stated = file(at, setting("server.port", "8201", at, profile=profile), Port(8201, "tcp", "server.port", place))
        return summary(knowledge, *spring("shop", stated))

    assert configured("e2e") == ["web shop jar java :8080"]
    assert configured("prod") == ["web shop jar java :8201"]


def test_a_worker_of_the_installation_goes_before_that_of_a_developer(knowledge: Knowledge) -> None:
    app = (
        file("app.py", reference("flask.Flask"), language="python"),
        file("requirements.txt", library("pypi:celery", path="requirements.txt")),
    )
    developers = file(
        "conf/supervisord-dev.conf", process("bin/shop --dev celery worker", "worker", path="conf/supervisord-dev.conf")
    )
    real = file("conf/supervisord.conf", process("bin/shop celery worker -l INFO", "worker", path="conf/supervisord.conf"))
    started = [each.command for each in deployables(knowledge, *app, developers, real) if each.role == "worker"]
    assert started == ["bin/shop celery worker -l INFO"]
    alone = [each.command for each in deployables(knowledge, *app, developers) if each.role == "worker"]
    assert alone == ["bin/shop --dev celery worker"]

"""Folders that are written to."""

from assessor.domain.facts import Evidence
from assessor.plan.storage import storage
from tests.builders import file, setting, trait

HERE = Evidence("settings.py", 4)


def _found(*facts: object, **more: object) -> list[str]:
    return [f"{one.kind} {one.volume} {one.target}" for one in storage(facts, "/app", **more)]  # type: ignore[arg-type]


def test_settings_that_hold_folders() -> None:
    facts = file(
        "conf/app.properties",
        setting("upload.dir", "/srv/shop/uploads"),
        setting("log.file", "/var/log/shop/shop.log"),
        setting("session.save_path", "/var/lib/shop/sessions"),
        setting("cache.dir", "/srv/shop/cache"),
    )
    assert _found(facts) == [
        "scratch cache /srv/shop/cache",
        "data uploads /srv/shop/uploads",
        "data sessions /var/lib/shop/sessions",
        "log logs /var/log/shop",
    ]


def test_what_only_looks_like_a_folder() -> None:
    facts = file(
        "conf/app.properties",
        setting("upload.url", "/uploads/files"),
        setting("export.template", "report"),
        setting("java.home.dir", "/usr/lib/jvm/java"),
        setting("storage.class", "com.acme.Storage"),
        setting("data.dir", "/app"),
        setting("backup.dir", "/srv/backup/shop", format="script"),
    )
    assert _found(facts) == []


def test_folders_of_the_tree_variables_and_arguments() -> None:
    facts = file("htdocs/uploads/.htaccess")
    assert _found(
        facts,
        stated=[("MEDIA_ROOT", "/srv/clinic/media", HERE)],
        arguments=[("/var/lib/clinic/celerybeat-schedule", HERE), ("--bind=0.0.0.0:80", HERE)],
    ) == ["data uploads /app/htdocs/uploads", "data media /srv/clinic/media", "data clinic /var/lib/clinic"]


def test_a_folder_inside_another_needs_no_volume_of_its_own() -> None:
    facts = file("a.properties", setting("data.dir", "/srv/app/data"), setting("export.dir", "/srv/app/data/export"))
    assert _found(facts) == ["data data /srv/app/data"]


def test_folders_of_a_part_of_the_tree() -> None:
    facts = file("shop/htdocs/uploads/.htaccess")
    assert _found(facts, inside="shop/") == ["data uploads /app/htdocs/uploads"]


def test_homes_of_users_and_scripts_that_start_the_application() -> None:
    facts = (
        file("app.properties", setting("mediafiles.storage.dir", "${user.home}/roller/media")),
        file("scripts/entrypoint.sh", setting("DATA_DIR", "/var/opt/memos", "scripts/entrypoint.sh", format="script")),
    )
    assert _found(*facts) == ["data media /home/app/roller/media", "data memos /var/opt/memos"]


def test_folders_that_version_control_leaves_out() -> None:
    ignored = file(
        ".gitignore",
        trait("folder.ignored", ".gitignore", 3, path="public/uploads"),
        trait("folder.ignored", ".gitignore", 4, path="server/media"),
    )
    assert _found(ignored) == ["data uploads /app/public/uploads", "data media /app/server/media"]
    assert _found(ignored, inside="server/") == ["data media /app/media"]


def test_a_developers_copy_of_the_folder_that_a_setting_names_is_left_out() -> None:
    ignored = file(".gitignore", trait("folder.ignored", ".gitignore", 3, path="media"))
    assert _found(ignored, stated=[("MEDIA_ROOT", "/srv/clinic/media", HERE)]) == ["data media /srv/clinic/media"]
    assert _found(ignored, stated=[("EXPORT_DIR", "/srv/clinic/exports", HERE)]) == [
        "data media /app/media",
        "data exports /srv/clinic/exports",
    ]
    assert _found(ignored, stated=[("MEDIA_ROOT", "/app/private/media", HERE)]) == [
        "data media /app/media",
        "data private-media /app/private/media",
    ]


def test_a_setting_may_speak_of_another() -> None:
    settings = file(
        "config/app.cfg",
        setting("app.home", "/srv/shop", "config/app.cfg"),
        setting("assets.dir", "${app.home}/uploads", "config/app.cfg", 2),
        setting("other.dir", "${nobody}/uploads", "config/app.cfg", 3),
    )
    assert _found(settings) == ["data uploads /srv/shop/uploads"]


def test_folders_below_the_project_s_own() -> None:
    facts = file(
        "settings.py",
        setting("MEDIA_ROOT", "./media"),
        setting("DATABASES.default.NAME", "./var/data/shop.sqlite3"),
        setting("STATIC_ROOT", "./static"),
        setting("TEMPLATE_DIR", "./templates"),
        setting("UPLOAD_URL", "./uploads"),
    )
    assert _found(facts) == ["data media /app/media", "data static /app/static", "data data /app/var/data"]


def test_paths_beside_what_is_kept_belong_to_the_same_installation() -> None:
    facts = file(
        "server/claims.properties",
        setting("store.path", "/opt/claims/store"),
        setting("letter.path", "/opt/claims/letters"),
        setting("license.file", "/opt/claims/conf/license.dat"),
        setting("claims.path", "/opt/claims"),
        setting("help.path", "/opt/other/help"),
    )
    assert _found(facts) == ["data letters /opt/claims/letters", "data store /opt/claims/store"]


def test_addresses_that_a_filter_lets_through_are_no_folders() -> None:
    facts = file(
        "application.yml", setting("secure.ignored.urls[6]", "/minio/upload"), setting("secure.upload.path", "/minio/upload")
    )
    assert _found(facts) == ["data upload /minio/upload"]
    assert _found(file("application.yml", setting("secure.ignored.urls[6]", "/minio/upload"))) == []


def test_a_variable_whose_default_is_a_folder_beside_the_program() -> None:
    assert _found(
        stated=[
            ("STORAGE_FOLDER", "data", HERE),
            ("STORAGE_DRIVER", "local", HERE),
            ("DATA_DIR", "local", HERE),
            ("TEMPLATE_FOLDER", "views", HERE),
        ]
    ) == ["data data /app/data"]

"""The log of a folder: what git says of it, and that nothing of a stranger's repository ever runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assessor.discover import history
from assessor.discover.history import Log, read

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

PROGRAMS = (
    "core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.x.textconv", "diff.x.command", "core.sshCommand",
    "gpg.program", "core.editor", "filter.x.smudge", "filter.x.clean", "filter.x.process", "alias.log", "core.askPass",
    "core.alternateRefsCommand", "gpg.ssh.program", "gpg.x509.program", "uploadpack.packObjectsHook", "credential.helper",
)  # fmt: skip
TRAPS = (
    ("log.showSignature", "true"), ("extensions.partialClone", "evil"), ("remote.evil.promisor", "true"),
    ("protocol.ext.allow", "always"), ("diff.orderFile", "/nowhere"), ("log.mailmap", "true"), ("log.follow", "true"),
    ("core.repositoryFormatVersion", "1"), ("color.ui", "always"), ("format.pretty", "fuller"),
)  # fmt: skip


class Repository:
    """A repository that grows commit by commit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir()
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, **environment: str) -> None:
        plain = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment}
        subprocess.run(
            ["git", "-c", "commit.gpgSign=false", *arguments], cwd=self.folder, env=plain, check=True, capture_output=True
        )

    def commit(self, day: int, author: str, *paths: str) -> None:
        for path in paths:
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(f"{day} {author}")
        who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "x"), ("EMAIL", author))}
        when = {f"GIT_{role}_DATE": f"{1_700_000_000 + day * 86_400} +0000" for role in ("AUTHOR", "COMMITTER")}
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", "change", **who, **when)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "shop")


def told(log: Log) -> list[tuple[int, int, int, tuple[str, ...]]]:
    """(day, author, size, paths), newest first."""
    return [((c.seconds - 1_700_000_000) // 86_400, c.author, c.size, c.paths) for c in log.commits]


def test_commits_newest_first_with_people_as_numbers(repository: Repository) -> None:
    repository.commit(0, "ann@example.org", "a.py", "web/b.py")
    repository.commit(3, "bob@example.org", "a.py")
    repository.commit(5, "Ann@Example.org", "web/b.py", "web/ö k.py")
    log = read([("", repository.folder)])
    assert told(log) == [(5, 0, 2, ("web/b.py", "web/ö k.py")), (3, 1, 1, ("a.py",)), (0, 0, 2, ("a.py", "web/b.py"))]
    assert log.complete
    assert "example" not in repr(log)


def test_a_folder_inside_a_repository_has_its_own_part(repository: Repository) -> None:
    repository.commit(0, "a@x", "a.py", "web/b.py")
    repository.commit(1, "a@x", "a.py")
    assert told(read([("", repository.folder / "web")])) == [(0, 0, 1, ("b.py",))]


def test_several_folders_of_one_repository_share_their_commits(repository: Repository) -> None:
    repository.commit(0, "a@x", "one/a.py", "two/b.py")
    log = read([("one", repository.folder / "one"), ("two", repository.folder / "two")])
    assert told(log) == [(0, 0, 2, ("one/a.py", "two/b.py"))]


def test_robots_and_merges_do_not_count(repository: Repository) -> None:
    repository.commit(0, "a@x", "a.py")
    repository.commit(1, "49699333+dependabot[bot]@users.noreply.example.org", "pom.xml")
    repository.git("checkout", "-q", "-b", "side")
    repository.commit(2, "a@x", "b.py")
    repository.git("checkout", "-q", "main")
    repository.git("-c", "user.name=x", "-c", "user.email=m@x", "merge", "-q", "--no-ff", "-m", "merge", "side")
    assert told(read([("", repository.folder)])) == [(2, 0, 1, ("b.py",)), (0, 0, 1, ("a.py",))]


def test_the_number_of_commits_is_bounded(repository: Repository) -> None:
    for day in range(4):
        repository.commit(day, "a@x", "a.py")
    log = read([("", repository.folder)], most=3)
    assert (len(log.commits), log.complete) == (3, False)


def test_a_copy_without_its_older_commits_is_incomplete(repository: Repository, tmp_path: Path) -> None:
    for day in range(4):
        repository.commit(day, "a@x", "a.py")
    subprocess.run(
        ["git", "clone", "-q", "--depth", "2", repository.folder.as_uri(), str(tmp_path / "copy")], check=True, capture_output=True
    )
    log = read([("", tmp_path / "copy")])
    assert (len(log.commits), log.complete) == (2, False)


def test_the_output_is_bounded(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(0, "a@x", *(f"{number}.py" for number in range(300)))
    monkeypatch.setattr(history, "_MOST_PATHS", 10)
    assert [(c.size, len(c.paths)) for c in read([("", repository.folder)]).commits] == [(300, 10)]
    monkeypatch.setattr(history, "_MOST_BYTES", 500)
    assert read([("", repository.folder)]) == Log(complete=False)


def test_a_git_that_does_not_answer_is_stopped(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(0, "a@x", "a.py")
    monkeypatch.setattr(history, "_SECONDS", 0.0)
    assert len(read([("", repository.folder)]).commits) <= 1


def test_no_repository_no_git_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read([("", tmp_path)]) == Log()
    (tmp_path / ".git").write_text("gitdir: /nowhere")
    assert read([("", tmp_path)]) == Log()
    monkeypatch.setenv("PATH", "")
    assert read([("", tmp_path)]) == Log()


@pytest.mark.skipif(sys.platform == "win32", reason="the trap is a shell script")
def test_a_hostile_repository_runs_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit(0, "a@x", "a.bin", ".gitattributes")
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\nexec cat\n")
    trap.chmod(0o755)
    for name in PROGRAMS:
        repository.git("config", name, f"!{trap}" if name in ("alias.log", "credential.helper") else str(trap))
    for name, value in (*TRAPS, ("core.hooksPath", str(tmp_path)), ("remote.evil.url", f"ext::{trap} x")):
        repository.git("config", name, value)
    (repository.folder / ".gitattributes").write_text("* diff=x filter=x")
    for hook in ("post-index-change", "post-checkout", "fsmonitor-watchman", "pre-commit"):
        shutil.copy(trap, tmp_path / hook)
    assert told(read([("", repository.folder)])) == [(0, 0, 2, (".gitattributes", "a.bin"))]
    objects = repository.folder / ".git" / "objects"
    for pack in objects.glob("??"):  # a repository with holes asks its promisor
        shutil.rmtree(pack)
    assert read([("", repository.folder)]) == Log()
    assert not (tmp_path / "sprung").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_tree_that_points_at_the_repository_of_somebody_else_has_no_history(repository: Repository, tmp_path: Path) -> None:
    repository.commit(0, "a@x", "a.py")
    private = repository.folder / ".git"

    def tree(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        (folder / "a.py").write_text("")
        return folder

    pointer, link, common, parts, inside = (tree(name) for name in ("pointer", "link", "common", "parts", "inside"))
    (pointer / ".git").write_text(f"gitdir: {private}\n")
    (link / ".git").symlink_to(private)
    for folder in (common, parts):
        subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True, capture_output=True)
    (common / ".git" / "commondir").write_text(str(private))
    for part in ("refs", "objects"):
        shutil.rmtree(parts / ".git" / part)
        (parts / ".git" / part).symlink_to(private / part)
    (inside / "kept").mkdir()
    (inside / ".git").write_text("gitdir: kept\n")
    (inside / "kept" / "gitdir").write_text(str(inside / ".git"))
    (inside / "kept" / "commondir").write_text(str(private))
    for folder in (pointer, link, common, parts, inside):
        assert read([("", folder)]) == Log(), folder.name
    circle = tree("circle")
    (circle / ".git").symlink_to(circle / ".git")
    assert read([("", circle)]) == Log()


def test_working_trees_and_submodules_have_the_history_of_their_repository(repository: Repository, tmp_path: Path) -> None:
    repository.commit(0, "a@x", "a.py")
    repository.git("worktree", "add", "-q", str(tmp_path / "beside"))
    assert told(read([("", tmp_path / "beside")])) == [(0, 0, 1, ("a.py",))]
    outer = Repository(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.folder), "part")
    assert told(read([("", outer.folder / "part")])) == [(0, 0, 1, ("a.py",))]


def test_settings_of_the_users_environment_change_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(0, "a@x", "a.py")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_TRACE", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert told(read([("", repository.folder)])) == [(0, 0, 1, ("a.py",))]
    assert not (tmp_path / "elsewhere").exists()

"""The containers of one image: its processes, what runs once before them, and what runs by the clock."""

from collections.abc import Callable

from msgspec.structs import replace

from assessor.domain.deployment import Build, BundleFile, Container, Mount
from assessor.domain.facts import FileFacts
from assessor.plan.application import Image
from assessor.plan.memory import unmeasured
from assessor.plan.one_shot import one_shot
from assessor.plan.schedule import Job, jobs, scheduler_files

_WITH_CRON = ("php", "python", "node", "meteor", "ruby", "java", "tomcat")
"""Templates whose images are made of Debian or Ubuntu, where `cron` is a package."""
SITE = "/etc/apache2/sites-enabled/000-default.conf"


def processes(
    image: Image, facts: tuple[FileFacts, ...], read_text: Callable[[str], str]
) -> tuple[list[Container], Build, list[BundleFile], list[str]]:
    """Containers, the image's recipe with what they need, files of the bundle, and what is left to do."""
    members = list(image.containers)
    first = members[0]
    basis = unmeasured(first.memory_basis)
    base = replace(first, ports=(), expose=(), healthcheck=None, todos=(), notes=(), command=(), memory_basis=basis)
    build = image.build
    files: list[BundleFile] = []
    todos: list[str] = []
    if not build.existing and not any(one.role == "one-shot" for one in members):
        once = one_shot(facts, image.folder)
        if once:
            command = tuple(once.commands[0].split()) if len(once.commands) == 1 else ("sh", "-c", " && ".join(once.commands))
            members.append(
                replace(
                    base,
                    name="migrate",
                    role="one-shot",
                    command=command,
                    restart="no",
                    evidence=once.evidence,
                    stop_grace_period="",
                )
            )
    planned = _jobs(image, first, facts, read_text)
    running = tuple(job for job in planned if not job.left_out)
    if running and image.packaging.template.startswith(_WITH_CRON) and not build.existing:
        files += scheduler_files(planned, image.user)
        members.append(_scheduler(base, members, running))
        build = replace(build, inputs=(*build.inputs, ("package", "cron")))
    else:
        todos += [
            f"{job.evidence.path}:{job.evidence.line} starts '{job.command}' by the clock ({job.schedule}): give it a container"
            for job in running
        ]
    if image.home.site and not build.existing:
        files.append(BundleFile("apache/site.conf", image.home.site.text, image.home.evidence))
        mount = Mount("./apache/site.conf", SITE, True, image.home.evidence)
        notes = (*first.notes, *image.home.site.notes)
        members[0] = replace(first, mounts=(*first.mounts, mount), notes=notes)
    return members, build, files, todos


def _jobs(image: Image, first: Container, facts: tuple[FileFacts, ...], read_text: Callable[[str], str]) -> tuple[Job, ...]:
    if first.role != "web":
        return ()
    return jobs(facts, image.packaging.template.partition("-")[0], image.home.path, read_text)


def _scheduler(base: Container, members: list[Container], running: tuple[Job, ...]) -> Container:
    places = tuple(sorted(job.evidence for job in running))
    return replace(
        base,
        name="cron" if any(one.name == "scheduler" for one in members) else "scheduler",
        role="scheduler",
        command=("sh", "/bundle/start.sh"),
        user="0:0",
        mounts=(*base.mounts, Mount("./scheduler", "/bundle", True, places)),
        evidence=places,
        notes=("exactly one of it may run",),
        todos=("the times of the crontab are read as UTC here: shift them if today's machine has another time zone",),
    )

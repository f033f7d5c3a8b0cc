"""Continuous integration: GitLab, GitHub Actions, Jenkins, Azure, Travis, CircleCI, Bitbucket, Drone. What counts is deploying.

A job whose name, stage or command deploys is the trait `deploy.ci`; a pipeline without one is `build.ci`.
"""

import re
from collections.abc import Iterator

from assessor.domain.facts import Fact
from assessor.extract.descriptor import Descriptor, Document
from assessor.extract.reading import Reading

_TOOLS = (
    ("gitlab", re.compile(r"(?:^|/)\.gitlab-ci[\w.\-]{0,40}\.ya?ml$|(?:^|/)\.gitlab/ci/[\w./\-]{1,80}\.ya?ml$")),
    ("github", re.compile(r"(?:^|/)\.github/workflows/[\w.\-]{1,80}\.ya?ml$")),
    ("jenkins", re.compile(r"(?:^|/)(?:[\w.\-]{0,30}Jenkinsfile[\w.\-]{0,30}|[\w.\-]{1,40}\.jenkinsfile)$")),
    ("azure", re.compile(r"(?i)(?:^|/)(?:azure-pipelines[\w.\-]{0,40}|\.azuredevops/[\w./\-]{1,60}|\.vsts-ci)\.ya?ml$")),
    ("travis", re.compile(r"(?:^|/)\.travis\.ya?ml$")),
    ("circleci", re.compile(r"(?:^|/)\.circleci/config\.ya?ml$")),
    ("bitbucket", re.compile(r"(?:^|/)bitbucket-pipelines\.ya?ml$")),
    ("drone", re.compile(r"(?:^|/)\.(?:drone|woodpecker|semaphore/semaphore|appveyor|cirrus)\.ya?ml$|(?:^|/)appveyor\.ya?ml$")),
)
_DEPLOYS = re.compile(
    r"(?i)\bkubectl[ \t]{1,4}(?:apply|set|rollout)|\bhelm[ \t]{1,4}(?:upgrade|install)\b"
    r"|\baws[ \t]{1,4}(?:ecs|eks|lambda|deploy|elasticbeanstalk)\b|aws-actions/amazon-ecs-deploy"
    r"|\baz[ \t]{1,4}(?:webapp|aks|functionapp)\b|azure/(?:webapps-deploy|k8s-deploy|aks-)"
    r"|AzureWebApp@|AzureRmWebAppDeployment|KubernetesManifest@|HelmDeploy@"
    r"|IISWebAppDeploymentOnMachineGroup"
    r"|\bgcloud[ \t]{1,4}(?:run|app)[ \t]{1,4}deploy|google-github-actions/deploy"
    r"|\bcap[ \t]{1,4}\w{1,20}[ \t]{1,4}deploy|\bkamal[ \t]{1,4}deploy|\bansible-playbook\b"
    r"|\bterraform[ \t]{1,4}apply|\bfly(?:ctl)?[ \t]{1,4}deploy"
    r"|heroku-deploy|git[ \t]{1,4}push[ \t]{1,4}(?:heroku|dokku)|\bserverless[ \t]{1,4}deploy"
    r"|\bcdk[ \t]{1,4}deploy|\bargocd[ \t]{1,4}app|appleboy/ssh-action|\brsync[ \t][^\n]{0,200}\w@"
    r"|\bscp[ \t][^\n]{0,200}\w{1,60}:|deployer?\.phar|docker stack deploy|eb deploy"
)
_STAGE = re.compile(
    r"(?i)^[ \t]{0,16}(?:-[ \t]{1,4})?(?:stage|environment|deployment)[ \t]{0,4}(?::"
    r"|\()[ \t]{0,4}[\"']?(?P<name>(?:deploy|release to |production|prod\b|staging)[\w \-]{0,40})"
)
_SHIPS = re.compile(
    r"(?i)docker/build-push-action|\bdocker[ \t]{1,4}push\b|mvn[^\n]{0,60}\bdeploy\b"
    r"|npm[ \t]{1,4}publish|goreleaser|twine[ \t]{1,4}upload|gem[ \t]{1,4}push|action-gh-release"
    r"|dotnet[ \t]{1,4}nuget[ \t]{1,4}push"
)


def _read(document: Document) -> Iterator[Fact]:
    tool = next((name for name, pattern in _TOOLS if pattern.search(document.path)), "")
    reading = Reading(document, "pipeline")
    yield reading.trait("build.ci", 1, tool=tool)
    for number, line in enumerate(document.text.split("\n"), 1):
        line = line[:1000].strip()
        if line.startswith(("#", "//")):
            continue
        if found := _DEPLOYS.search(line):
            yield reading.trait("deploy.ci", number, tool=tool, by=found[0])
        elif stage := _STAGE.match(line):
            yield reading.trait("deploy.ci", number, tool=tool, stage=stage["name"].strip())
        elif found := _SHIPS.search(line):
            yield reading.trait("release.ci", number, tool=tool, by=found[0])


def _matches(path: str) -> bool:
    if not path.endswith((".yml", ".yaml")) and "enkinsfile" not in path:
        return False
    return any(pattern.search(path) for _, pattern in _TOOLS)


DESCRIPTOR = Descriptor("pipeline", _matches, _read)

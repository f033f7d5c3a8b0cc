"""Continuous integration."""

from facts_of import facts_of

from assessor.extract.descriptors.pipelines import DESCRIPTOR


def test_deploys() -> None:
    text = """stages: [build, deploy]
build:
  script: docker push registry/acme
production:
  stage: deploy
  script:
    # kubectl apply commented
    - kubectl apply -f k8s/
"""
    assert facts_of(DESCRIPTOR, text, ".gitlab-ci.yml") == [
        "1 Trait build.ci tool=gitlab",
        "3 Trait release.ci by=docker push,tool=gitlab",
        "5 Trait deploy.ci stage=deploy,tool=gitlab",
        "8 Trait deploy.ci by=kubectl apply,tool=gitlab",
    ]


def test_only_builds() -> None:
    text = """on: push
jobs: {test: {steps: [{run: make test}]}}
"""
    assert facts_of(DESCRIPTOR, text, ".github/workflows/test.yml") == [
        "1 Trait build.ci tool=github",
    ]


def test_jenkins() -> None:
    text = """stage('Deploy to production') { sh 'ansible-playbook site.yml' }
"""
    assert facts_of(DESCRIPTOR, text, "Jenkinsfile") == [
        "1 Trait build.ci tool=jenkins",
        "1 Trait deploy.ci by=ansible-playbook,tool=jenkins",
    ]

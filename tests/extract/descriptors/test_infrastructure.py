"""Infrastructure as code."""

from facts_of import facts_of

from assessor.extract.descriptors.infrastructure import DESCRIPTOR


def test_terraform() -> None:
    text = """resource "aws_appautoscaling_target" "web" {
}
"""
    assert facts_of(DESCRIPTOR, text, "infra/main.tf") == [
        "1 Trait autoscaler kind=aws_appautoscaling",
        "1 Trait infrastructure.as-code kind=terraform",
        "1 Trait infrastructure.resource name=web,type=aws_appautoscaling_target",
    ]


def test_vagrant() -> None:
    text = """Vagrant.configure("2") do |c|
  c.vm.network "forwarded_port", guest: 80, host: 8080
end
"""
    assert facts_of(DESCRIPTOR, text, "Vagrantfile") == [
        "1 Trait deploy.vagrant",
        "2 Port 80 tcp vagrant",
    ]


def test_heroku() -> None:
    text = """{"addons": ["heroku-postgresql:mini"]}
"""
    assert facts_of(DESCRIPTOR, text, "app.json") == [
        "1 Trait deploy.heroku",
        "1 Trait platform.addon name=heroku-postgresql",
    ]


def test_ansible() -> None:
    text = """- hosts: web
"""
    assert facts_of(DESCRIPTOR, text, "ansible/site.yml") == [
        "1 Trait infrastructure.as-code kind=ansible",
    ]

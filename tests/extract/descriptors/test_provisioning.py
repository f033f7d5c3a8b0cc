"""What tools of operations install on the machine."""

from facts_of import facts_of

from assessor.extract.descriptors.provisioning import DESCRIPTOR


def test_vagrant() -> None:
    text = """Vagrant.configure("2") do |c|
  c.vm.provision "shell", inline: <<-SHELL
    # apt-get install mongodb
    apt-get install -y postgresql redis-server $EXTRA && echo done
  SHELL
  chef.add_recipe "mysql::server"
end
"""
    assert facts_of(DESCRIPTOR, text, "Vagrantfile") == [
        "4 Trait machine.package name=postgresql",
        "4 Trait machine.package name=redis-server",
        "6 Trait machine.role name=mysql::server",
    ]


def test_ansible_tasks_in_their_three_spellings() -> None:
    text = """- hosts: app
  roles:
    - geerlingguy.mysql
    - { role: geerlingguy.redis, tags: cache }
    - "{{ chosen }}"
  tasks:
    - name: server
      apt: name=nginx state=present
    - ansible.builtin.apt:
        name: [rabbitmq-server, "{{ extra }}"]
    - yum: name={{ item }}
      with_items:
        - memcached
        - httpd
    - block:
        - package: {name: postgresql-server}
    - copy: name=not-a-package
"""
    assert facts_of(DESCRIPTOR, text, "ansible/site.yml") == [
        "3 Trait machine.role name=geerlingguy.mysql",
        "4 Trait machine.role name=geerlingguy.redis",
        "8 Trait machine.package name=nginx",
        "10 Trait machine.package name=rabbitmq-server",
        "13 Trait machine.package name=memcached",
        "14 Trait machine.package name=httpd",
        "16 Trait machine.package name=postgresql-server",
    ]


def test_a_file_of_tasks() -> None:
    assert facts_of(DESCRIPTOR, "- apt:\n    name: solr\n", "deploy/roles/search/tasks/main.yml") == [
        "2 Trait machine.package name=solr",
    ]


def test_chef() -> None:
    text = """package 'redis-server' do
  action :install
end
package %w[nginx memcached]
include_recipe "postgresql::server"
"""
    assert facts_of(DESCRIPTOR, text, "cookbooks/app/recipes/default.rb") == [
        "1 Trait machine.package name=redis-server",
        "4 Trait machine.package name=memcached",
        "4 Trait machine.package name=nginx",
        "5 Trait machine.role name=postgresql::server",
    ]


def test_puppet() -> None:
    text = """package { ['nginx', 'memcached']: ensure => 'installed' }
class { '::mysql::server':
  root_password => 'x',
}
include redis
"""
    assert facts_of(DESCRIPTOR, text, "manifests/site.pp") == [
        "1 Trait machine.package name=memcached",
        "1 Trait machine.package name=nginx",
        "2 Trait machine.role name=mysql::server",
        "5 Trait machine.role name=redis",
    ]


def test_recipes_of_a_repository_that_is_the_cookbook() -> None:
    text = "include_recipe 'memcached::server'\npackage 'redis-server'\n"
    found = ["1 Trait machine.role name=memcached::server", "2 Trait machine.package name=redis-server"]
    assert facts_of(DESCRIPTOR, text, "statsd/recipes/default.rb") == found
    assert DESCRIPTOR.matches("recipes/default.rb") and not DESCRIPTOR.matches("app/models/recipes.rb")


def test_what_is_taken_away_is_not_there() -> None:
    chef = """package 'landscape-client' do
  action :purge
end
package 'memcached' do
  action :install
end
package 'nscd'
"""
    kept = ["4 Trait machine.package name=memcached", "7 Trait machine.package name=nscd"]
    assert facts_of(DESCRIPTOR, chef, "base/recipes/default.rb") == kept
    puppet = """package {'redis-server':
  ensure => absent,
}
package { 'vim': ensure => present }
"""
    assert facts_of(DESCRIPTOR, puppet, "manifests/site.pp") == ["4 Trait machine.package name=vim"]


def test_ansible_of_old_and_roles_by_path() -> None:
    text = """- hosts: all
  roles:
    - ../roles/java
    - {role: geerlingguy.mysql}
  tasks:
    - name: database
      action: yum
              name=$item
              state=present
      with_items: [postgresql93-server, tomcat6]
    - name: started
      action: service name=postgresql enabled=yes
    - action: yum name=$wanted
"""
    assert facts_of(DESCRIPTOR, text, "ansible/site.yml") == [
        "3 Trait machine.role name=java",
        "4 Trait machine.role name=geerlingguy.mysql",
        "10 Trait machine.package name=postgresql93-server",
        "10 Trait machine.package name=tomcat6",
    ]

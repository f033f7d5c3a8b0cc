"""Symfony's routes outside of its controllers."""

from facts_of import facts_of

from assessor.extract.descriptors.symfony_routes import DESCRIPTOR


def test_routes_and_imports_in_yaml() -> None:
    text = """home:
    path: /
    controller: App\\Controller\\Home::show
pay:
    path: /pay
    methods: [POST]
    defaults: { _controller: 'App\\Controller\\Pay::do' }
desk:
    resource: ../src/Controller/Desk/
    prefix: /desk
    type: attribute
api:
    resource: { path: ../src/Api/, namespace: App\\Api }
bundle:
    resource: "@AcmeBundle/Resources/config/routing.yml"
    prefix: /acme
"""
    assert facts_of(DESCRIPTOR, text, "config/routes.yaml") == [
        "2 Endpoint / http App\\Controller\\Home.show",
        "5 Endpoint /pay POST http App\\Controller\\Pay.do",
        "9 Trait endpoint.mount by=folder,mounts=../src/Controller/Desk/,path=/desk",
        "13 Trait endpoint.mount by=folder,mounts=../src/Api/",
    ]


def test_routes_and_imports_in_xml() -> None:
    text = """<routes xmlns="http://symfony.com/schema/routing">
  <route id="order" path="/orders/{id}" controller="App\\Orders::one" methods="GET|HEAD"/>
  <route id="old" path="old"><default key="_controller">App\\Old::show</default></route>
  <import resource="../../Controller/" prefix="/shop" type="annotation"/>
</routes>
"""
    assert facts_of(DESCRIPTOR, text, "src/Acme/Resources/config/routing.xml") == [
        "2 Endpoint /orders/{id} GET,HEAD http App\\Orders.one",
        "3 Endpoint /old http App\\Old.show",
        "4 Trait endpoint.mount by=folder,mounts=../../Controller/,path=/shop",
    ]


def test_near_misses() -> None:
    assert facts_of(DESCRIPTOR, "- path: /a\n- b\n", "config/routes.yaml") == []
    assert facts_of(DESCRIPTOR, "<beans><route path='/a'/></beans>", "config/routes.xml") == []
    assert not DESCRIPTOR.matches("src/routes/page.yaml.ts")
    assert not DESCRIPTOR.matches("config/services.yaml")

"""Settings in YAML."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.yaml_settings import DESCRIPTOR


def test_spring_documents_with_profiles() -> None:
    text = """server:
  port: ${PORT:8080}
spring:
  data:
    mongodb: {host: mongo01, port: 27017, database: shop}
---
spring:
  config:
    activate:
      on-profile: prod
  datasource:
    url: jdbc:postgresql://db01/shop
    password: hunter2
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/application.yml") == [
        "2 Port 8080 tcp server.port",
        "2 Setting server.port 8080 yaml",
        "2 Trait config.environment default=8080,key=server.port,name=PORT",
        "5 Connection mongo01:27017 mongodb mongo01 27017 shop",
        "5 Setting spring.data.mongodb.database shop yaml",
        "5 Setting spring.data.mongodb.host mongo01 yaml",
        "5 Setting spring.data.mongodb.port 27017 yaml",
        "10 Setting spring.config.activate.on-profile prod yaml prod",
        "12 Connection jdbc:postgresql://db01/shop postgresql db01 shop prod",
        "12 Setting spring.datasource.url jdbc:postgresql://db01/shop yaml prod",
        "13 Setting spring.datasource.password *** yaml prod secret!",
    ]


def test_rails_database() -> None:
    text = """default: &default
  adapter: mysql2
  pool: 5
production:
  <<: *default
  host: <%= ENV['DB_HOST'] %>
  database: shop
"""
    assert facts_of(DESCRIPTOR, text, "config/database.yml") == [
        "2 Setting adapter mysql2 yaml production",
        "3 Setting pool 5 yaml production",
        "6 Setting host <%= ENV['DB_HOST'] %> yaml production",
        "7 Setting database shop yaml production",
    ]


def test_lists() -> None:
    text = """hosts:
  - a:9200
  - b:9200
"""
    assert facts_of(DESCRIPTOR, text, "config/settings.yml") == [
        "2 Connection a:9200 a 9200",
        "2 Setting hosts[0] a:9200 yaml",
        "3 Connection b:9200 b 9200",
        "3 Setting hosts[1] b:9200 yaml",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """a: [1, 2
b: }
""",
            "config/application.yml",
        )


def test_too_deep() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
""",
            "config/application.yml",
        )


def test_profiles_of_quarkus() -> None:
    text = """quarkus:
  http: {port: 8083}
"%test":
  quarkus:
    datasource: {db-kind: h2}
"%": odd
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/application.yml") == [
        "2 Port 8083 tcp quarkus.http.port",
        "2 Setting quarkus.http.port 8083 yaml",
        "5 Setting quarkus.datasource.db-kind h2 yaml test",
        "6 Setting % odd yaml",
    ]


def test_address_of_consul() -> None:
    text = """consul:
  client: {defaultZone: "consul01:8500"}
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/bootstrap.yml") == [
        "2 Connection consul01:8500 consul01 8500",
        "2 Setting consul.client.defaultZone consul01:8500 yaml",
    ]

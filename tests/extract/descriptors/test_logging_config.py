"""Where logs go."""

import pytest
from facts_of import facts_of

from assessor.extract.descriptor import Unreadable
from assessor.extract.descriptors.logging_config import DESCRIPTOR


def test_logback() -> None:
    text = """<configuration>
  <appender name="F" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <file>${LOG_DIR:-/var/log}/shop.log</file>
  </appender>
  <appender name="C" class="ch.qos.logback.core.ConsoleAppender"/>
  <appender name="L" class="net.logstash.logback.appender.LogstashTcpSocketAppender">
    <destination>elk01:4560</destination>
    <encoder class="net.logstash.logback.encoder.LogstashEncoder"/>
  </appender>
</configuration>
"""
    assert facts_of(DESCRIPTOR, text, "src/main/resources/logback-spring.xml") == [
        "2 Trait logging.file path=/var/log/shop.log",
        "5 Trait logging.console",
        "6 Connection elk01:4560 log elk01 4560",
        "6 Trait log.structured",
        "6 Trait logging.socket host=elk01:4560,type=net.logstash.logback.appender.LogstashTcpSocketAppender",
    ]


def test_what_only_a_logger_that_is_off_writes_to_says_nothing() -> None:
    text = """<configuration>
  <appender name="SQL" class="ch.qos.logback.core.FileAppender"><file>logs/sql.log</file></appender>
  <appender name="ALL" class="ch.qos.logback.core.FileAppender"><file>logs/all.log</file></appender>
  <appender name="SIFT" class="ch.qos.logback.classic.sift.SiftingAppender"><sift>
    <appender name="SQL-${user}" class="ch.qos.logback.core.FileAppender"><file>logs/${user}.log</file></appender>
  </sift></appender>
  <logger name="jdbc.audit" level="OFF"><appender-ref ref="SIFT"/></logger>
  <logger name="jdbc.sqlonly" level="OFF"><appender-ref ref="SQL"/><appender-ref ref="ALL"/></logger>
  <root level="INFO"><appender-ref ref="ALL"/></root>
</configuration>
"""
    assert facts_of(DESCRIPTOR, text, "logback.xml") == ["3 Trait logging.file path=logs/all.log"]


def test_log4j() -> None:
    text = """<log4j:configuration xmlns:log4j="x">
  <appender name="F" class="org.apache.log4j.FileAppender"><param name="File" value="/logs/a.log"/></appender>
</log4j:configuration>
"""
    assert facts_of(DESCRIPTOR, text, "log4j.xml") == [
        "2 Trait logging.file path=/logs/a.log",
    ]


def test_nlog() -> None:
    text = """<nlog><targets><target type="File" fileName="C:\\logs\\shop.log"/></targets></nlog>
"""
    assert facts_of(DESCRIPTOR, text, "NLog.config") == [
        "1 Trait logging.file path=C:\\logs\\shop.log",
    ]


def test_broken() -> None:
    with pytest.raises(Unreadable):
        facts_of(
            DESCRIPTOR,
            """x
""",
            "logback.xml",
        )

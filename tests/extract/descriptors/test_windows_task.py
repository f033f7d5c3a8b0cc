"""Windows scheduled tasks."""

from facts_of import facts_of

from assessor.extract.descriptors.windows_task import DESCRIPTOR


def test_task() -> None:
    text = """<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><URI>\\Acme\\Export</URI></RegistrationInfo>
  <Triggers><CalendarTrigger><StartBoundary>2019-01-01T02:00:00</StartBoundary>
    <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>
  <Actions><Exec><Command>C:\\acme\\export.exe</Command><Arguments>/all</Arguments></Exec></Actions>
</Task>
"""
    assert facts_of(DESCRIPTOR, text, "deploy/NightlyTask.xml") == [
        "6 Process Acme\\Export C:\\acme\\export.exe /all job CalendarTrigger 2019-01-01T02:00:00 1",
        "6 Trait scheduler.windows-task command=C:\\acme\\export.exe /all,schedule=CalendarTrigger 2019-01-01T02:00:00 1",
        "6 Trait windows.task name=Acme\\Export",
    ]


def test_other_xml_is_left_alone() -> None:
    text = """<a/>
"""
    assert facts_of(DESCRIPTOR, text, "task.xml") == []


def test_broken() -> None:
    text = """<Task x="1">
"""
    assert facts_of(DESCRIPTOR, text, "task.xml") == []

from datetime import datetime, timezone

import pytest

from src.infrastructure.eventing import CloudEvent, InvalidCloudEvent

ATTRIBUTES = {"id": "1", "source": "/orders", "specversion": "1.0", "type": "com.example.order.placed"}


def test_attributes_are_properties():
    time = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    event = CloudEvent.received(
        {**ATTRIBUTES, "subject": "42", "time": time, "dataschema": "https://example.com/s", "tenant": "a"},
        {"orderId": "42"},
    )
    assert (event.id, event.source, event.type, event.specversion) == (
        "1",
        "/orders",
        "com.example.order.placed",
        "1.0",
    )
    assert (event.subject, event.time, event.dataschema) == ("42", time, "https://example.com/s")
    assert event.data == {"orderId": "42"}
    assert event.extensions == {"tenant": "a"}


@pytest.mark.parametrize("name", ["id", "source", "specversion", "type"])
def test_nothing_required_is_made_up_for_a_received_event(name):
    for attributes in ({k: v for k, v in ATTRIBUTES.items() if k != name}, {**ATTRIBUTES, name: ""}):
        with pytest.raises(InvalidCloudEvent, match=name):
            CloudEvent.received(attributes, None)


def test_a_received_event_without_time_has_none():
    assert CloudEvent.received(ATTRIBUTES, None).time is None


def test_other_versions_are_refused():
    with pytest.raises(InvalidCloudEvent, match="specversion"):
        CloudEvent.received({**ATTRIBUTES, "specversion": "0.3"}, None)


def test_a_new_event_gets_id_and_time():
    one = CloudEvent.create("com.example.order.packed", "/orders", {"orderId": "42"}, subject="42")
    two = CloudEvent.create("com.example.order.packed", "/orders", {"orderId": "42"}, subject="42")
    assert one.id and one.id != two.id
    assert one.time is not None and one.time.tzinfo is not None
    assert one.datacontenttype == "application/json"


def test_a_new_event_is_checked():
    with pytest.raises(InvalidCloudEvent):
        CloudEvent.create("com.example.order.packed", "", None)
    with pytest.raises(InvalidCloudEvent):
        CloudEvent.create("com.example.order.packed", "/orders", None, Not_A_Name="x")


def test_equal_events_are_equal():
    assert CloudEvent.received(ATTRIBUTES, {"a": 1}) == CloudEvent.received(ATTRIBUTES, {"a": 1})
    assert CloudEvent.received(ATTRIBUTES, {"a": 1}) != CloudEvent.received(ATTRIBUTES, {"a": 2})
    assert len({CloudEvent.received(ATTRIBUTES, None), CloudEvent.received(ATTRIBUTES, None)}) == 1

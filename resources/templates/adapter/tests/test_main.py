import logging

import pytest
from fastapi.testclient import TestClient

from src.main import app

client = TestClient(app)

EVENT = {
    "specversion": "1.0",
    "id": "123",
    "source": "/orders",
    "type": "com.example.order.placed",
    "data": {"orderId": "12345"},
}
STRUCTURED = {"content-type": "application/cloudevents+json"}


def test_health():
    assert client.get("%HEALTH%").status_code == 200


@pytest.mark.parametrize("path", ["/events", "/dead-letters"])
def test_an_event_is_taken_without_a_body(path):
    """A body that is no event would make Knative send the event again."""
    answer = client.post(path, json=EVENT, headers=STRUCTURED)
    assert answer.status_code == 202
    assert answer.content == b""


def test_what_is_no_event_is_refused():
    assert client.post("/events", json={"orderId": "12345"}).status_code == 400


def test_a_batch_is_taken():
    answer = client.post(
        "/events/batch", json=[EVENT, EVENT], headers={"content-type": "application/cloudevents-batch+json"}
    )
    assert answer.status_code == 202
    assert answer.content == b""


def test_a_dead_letter_is_told_with_its_cause(caplog):
    with caplog.at_level(logging.ERROR, logger="events"):
        client.post(
            "/dead-letters",
            content=b"",
            headers={
                "ce-id": "123",
                "ce-source": "/orders",
                "ce-specversion": "1.0",
                "ce-type": "com.example.order.placed",
                "ce-knativeerrordest": "http://python-api-base.my-api.svc.cluster.local/events",
                "ce-knativeerrorcode": "500",
            },
        )
    assert "com.example.order.placed" in caplog.text
    assert "/events, code 500" in caplog.text

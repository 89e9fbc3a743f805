"""Requests as senders make them, against an application that answers with what it was given."""

import base64
import json

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

from src.infrastructure.eventing import CloudEvent, CloudEventResponse, get_cloud_event, get_cloud_events
from src.infrastructure.eventing.http import MAX_BYTES

HEADERS = {"ce-id": "1", "ce-source": "/orders", "ce-specversion": "1.0", "ce-type": "com.example.order.placed"}
EVENT = {"id": "1", "source": "/orders", "specversion": "1.0", "type": "com.example.order.placed"}
STRUCTURED = {"content-type": "application/cloudevents+json; charset=utf-8"}
BATCH = {"content-type": "application/cloudevents-batch+json"}


def shown(event: CloudEvent) -> dict:
    data = event.data
    return {
        "id": event.id,
        "type": event.type,
        "subject": event.subject,
        "time": event.time.isoformat() if event.time else None,
        "datacontenttype": event.datacontenttype,
        "extensions": event.extensions,
        "data": {"bytes": list(data)} if isinstance(data, bytes) else data,
    }


app = FastAPI()


@app.post("/one")
async def one(event: CloudEvent = Depends(get_cloud_event)) -> dict:
    return shown(event)


@app.post("/all")
async def all_of_them(events: list[CloudEvent] = Depends(get_cloud_events)) -> list:
    return [shown(event) for event in events]


@app.post("/reply")
async def reply(event: CloudEvent = Depends(get_cloud_event)) -> CloudEventResponse:
    answer = CloudEvent.create("com.example.order.packed", "/store", {"for": event.id}, subject="ä 1")
    return CloudEventResponse(answer)


client = TestClient(app)


def post(path: str, body: object = b"", headers: dict | None = None):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(path, content=content, headers=headers or {})


# --- binary mode


def test_binary():
    answer = post("/one", {"orderId": "42"}, {**HEADERS, "content-type": "application/json", "ce-tenant": "a"})
    assert answer.status_code == 200
    assert answer.json() == {
        "id": "1",
        "type": "com.example.order.placed",
        "subject": None,
        "time": None,
        "datacontenttype": "application/json",
        "extensions": {"tenant": "a"},
        "data": {"orderId": "42"},
    }


def test_binary_header_names_in_any_case():
    answer = post("/one", b"", {name.upper(): value for name, value in HEADERS.items()})
    assert answer.status_code == 200
    assert answer.json()["data"] is None


@pytest.mark.parametrize(
    ("sent", "subject"),
    [("Euro%20%E2%82%AC", "Euro €"), ("%c3%a9", "é"), ('"a \\"b\\""', 'a "b"'), ("plain", "plain")],
)
def test_binary_headers_are_decoded(sent, subject):
    assert post("/one", b"", {**HEADERS, "ce-subject": sent}).json()["subject"] == subject


def test_binary_header_that_is_no_utf8():
    assert post("/one", b"", {**HEADERS, "ce-subject": "%ff%fe"}).status_code == 400


@pytest.mark.parametrize(
    ("content_type", "body", "data"),
    [
        ("text/plain; charset=utf-8", "grüß".encode(), "grüß"),
        ("application/octet-stream", b"\xff\x00", {"bytes": [255, 0]}),
        ("application/problem+json", b'{"a": [1]}', {"a": [1]}),
        ("application/json", b'"text"', "text"),
    ],
)
def test_binary_data(content_type, body, data):
    assert post("/one", body, {**HEADERS, "content-type": content_type}).json()["data"] == data


def test_binary_json_that_is_none():
    answer = post("/one", b"{no", {**HEADERS, "content-type": "application/json"})
    assert answer.status_code == 400
    assert "no JSON" in answer.json()["detail"]


@pytest.mark.parametrize("name", list(HEADERS))
def test_binary_without_a_required_attribute(name):
    headers = {key: value for key, value in HEADERS.items() if key != name}
    answer = post("/one", b"", headers)
    assert answer.status_code == 400
    assert name.removeprefix("ce-") in answer.json()["detail"]


def test_binary_time():
    answer = post("/one", b"", {**HEADERS, "ce-time": "2026-01-02T03:04:05Z"})
    assert answer.json()["time"] == "2026-01-02T03:04:05+00:00"
    assert post("/one", b"", {**HEADERS, "ce-time": "yesterday"}).status_code == 400


# --- structured mode


def test_structured():
    answer = post("/one", {**EVENT, "subject": "42", "tenant": 7, "data": {"orderId": "42"}}, STRUCTURED)
    assert answer.status_code == 200
    assert answer.json()["subject"] == "42"
    assert answer.json()["extensions"] == {"tenant": 7}
    assert answer.json()["data"] == {"orderId": "42"}


def test_structured_wins_over_headers():
    """Senders on the way may add headers; the content type says where the event is."""
    answer = post("/one", {**EVENT, "id": "body"}, {**STRUCTURED, "ce-id": "header", "ce-source": "/x"})
    assert answer.json()["id"] == "body"


def test_structured_content_type_in_any_case():
    assert post("/one", EVENT, {"content-type": "Application/CloudEvents+JSON"}).status_code == 200


def test_structured_data_in_base64():
    answer = post("/one", {**EVENT, "data_base64": base64.b64encode(b"\xff\x00").decode()}, STRUCTURED)
    assert answer.json()["data"] == {"bytes": [255, 0]}
    assert post("/one", {**EVENT, "data": 1, "data_base64": "AA=="}, STRUCTURED).status_code == 400


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"1", b"\xff", b'"text"', b"[" * 100000])
def test_structured_body_that_is_no_object(body):
    assert post("/one", body, STRUCTURED).status_code == 400


@pytest.mark.parametrize(
    "wrong", [{"id": None}, {"type": 7}, {"specversion": "0.3"}, {"time": 5}, {"Upper": "x"}]
)
def test_structured_attribute_that_is_wrong(wrong):
    assert post("/one", {**EVENT, **wrong}, STRUCTURED).status_code == 400


# --- batched mode


def test_batch():
    answer = post("/all", [{**EVENT, "id": "1"}, {**EVENT, "id": "2", "data": [1]}], BATCH)
    assert [event["id"] for event in answer.json()] == ["1", "2"]
    assert answer.json()[1]["data"] == [1]
    assert post("/all", [], BATCH).json() == []


def test_batch_for_one_event():
    assert post("/one", [EVENT], BATCH).json()["id"] == "1"
    for events in ([], [EVENT, EVENT]):
        answer = post("/one", events, BATCH)
        assert answer.status_code == 400
        assert f"got {len(events)}" in answer.json()["detail"]


def test_batch_with_a_bad_event_names_it():
    answer = post("/all", [EVENT, {**EVENT, "source": ""}], BATCH)
    assert answer.status_code == 400
    assert "event 2" in answer.json()["detail"]


@pytest.mark.parametrize("body", [b"{}", b"x", b"[1]", b""])
def test_batch_that_is_none(body):
    assert post("/all", body, BATCH).status_code == 400


# --- whatever else comes


def test_one_event_where_several_may_come():
    assert len(post("/all", b"", HEADERS).json()) == 1
    assert len(post("/all", EVENT, STRUCTURED).json()) == 1


@pytest.mark.parametrize("form", ["application/cloudevents+avro", "application/cloudevents-batch+avro"])
def test_other_formats_are_not_supported(form):
    assert post("/one", b"x", {"content-type": form}).status_code == 415


def test_a_request_that_is_no_event():
    assert post("/one", {"orderId": "42"}, {"content-type": "application/json"}).status_code == 400
    assert post("/one").status_code == 400


def test_an_event_that_is_too_big():
    big = {**HEADERS, "content-type": "application/octet-stream"}
    assert post("/one", b"x" * MAX_BYTES, big).status_code == 200
    assert post("/one", b"x" * (MAX_BYTES + 1), big).status_code == 413


def test_reply_is_an_event():
    answer = post("/reply", b"", HEADERS)
    assert answer.status_code == 200
    assert answer.headers["ce-type"] == "com.example.order.packed"
    assert answer.headers["ce-specversion"] == "1.0"
    assert answer.headers["ce-subject"] == "%C3%A4%201"
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json() == {"for": "1"}
    # What we send we can read.
    again = post("/one", answer.content, {k: v for k, v in answer.headers.items() if k != "content-length"})
    assert again.json()["subject"] == "ä 1"

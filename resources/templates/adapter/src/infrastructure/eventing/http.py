"""The HTTP binding of CloudEvents 1.0: binary, structured and batched mode, told apart by the content type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from cloudevents.core.base import BaseCloudEvent
from cloudevents.core.bindings.http import HTTPMessage, from_binary, from_structured, to_binary
from cloudevents.core.exceptions import BaseCloudEventException
from cloudevents.core.formats.json import JSONFormat
from fastapi import HTTPException, Request, Response

from .cloud_event import CloudEvent, InvalidCloudEvent, received_event

STRUCTURED = "application/cloudevents+json"
BATCH = "application/cloudevents-batch+json"
PREFIX = "ce-"

# Receivers have to take 64 KiB; more is theirs to decide.
MAX_BYTES = 1024 * 1024

_JSON = re.compile(r"^(application|text)/([\w.-]+\+)?json$")


async def get_cloud_event(request: Request) -> CloudEvent:
    """The event of a request, for Depends(). A batch is taken when it holds exactly one.

    What cannot be taken is refused with 400, 413 or 415. Knative does not send such events again, but puts them into
    the dead-letter sink, which is right: they would fail again.
    """
    events = await get_cloud_events(request)
    if len(events) != 1:
        raise HTTPException(400, f"expected one event, got {len(events)}")
    return events[0]


async def get_cloud_events(request: Request) -> list[CloudEvent]:
    """All events of a request in whatever mode, for Depends(); one in binary and structured mode."""
    headers = {name.lower(): value for name, value in request.headers.items()}
    media_type = _media_type(headers.get("content-type", ""))
    body = await _body(request)
    try:
        # The batch's type begins with the other one's, so it is looked at first.
        if media_type.startswith("application/cloudevents-batch"):
            _supported(media_type, BATCH)
            return _batched(body)
        if media_type.startswith("application/cloudevents"):
            _supported(media_type, STRUCTURED)
            return [_structured(body)]
        return [_binary(headers, media_type, body)]
    except InvalidCloudEvent as error:
        raise HTTPException(400, f"no CloudEvent 1.0: {error}") from error


class CloudEventResponse(Response):
    """An event as an answer, in binary mode. From a Trigger's subscriber it goes back to the Broker."""

    def __init__(self, event: CloudEvent, status_code: int = 200) -> None:
        message = to_binary(event.sdk_event, JSONFormat())
        super().__init__(content=message.body, status_code=status_code, headers=message.headers)


def _binary(headers: dict[str, str], media_type: str, body: bytes) -> CloudEvent:
    """Attributes in headers that begin with ce-, data in the body."""
    wanted = {name: _unquoted(value) for name, value in headers.items() if name.startswith(PREFIX)}
    if not wanted:
        raise InvalidCloudEvent("neither headers that begin with ce- nor a content type of CloudEvents")
    if "content-type" in headers:
        wanted["content-type"] = headers["content-type"]
    if body and _JSON.match(media_type):
        # The SDK would hand it on as text.
        _json(body)
    return _read(lambda: from_binary(HTTPMessage(wanted, body), JSONFormat(), received_event))


def _structured(body: bytes) -> CloudEvent:
    """Attributes and data in one JSON object."""
    if not isinstance(_json(body), dict):
        raise InvalidCloudEvent("the body is no JSON object")
    message = HTTPMessage({"content-type": STRUCTURED}, body)
    return _read(lambda: from_structured(message, JSONFormat(), received_event))


def _batched(body: bytes) -> list[CloudEvent]:
    """A JSON array of events in structured mode. The SDK has no batches; it reads each of them."""
    entries = _json(body)
    if not isinstance(entries, list):
        raise InvalidCloudEvent("the body is no JSON array")
    events = []
    for number, entry in enumerate(entries, start=1):
        try:
            events.append(_structured(json.dumps(entry).encode()))
        except InvalidCloudEvent as error:
            raise InvalidCloudEvent(f"event {number}: {error}") from error
    return events


def _read(read: Callable[[], BaseCloudEvent]) -> CloudEvent:
    """What the SDK makes of a message; whatever it stumbles over makes the message invalid."""
    try:
        return CloudEvent(read())
    except InvalidCloudEvent:
        raise
    except (BaseCloudEventException, ValueError, TypeError, AttributeError) as error:
        raise InvalidCloudEvent(str(error)) from error


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InvalidCloudEvent(f"the body is no JSON: {error}") from error


def _unquoted(value: str) -> str:
    """A header's value without the quotes that HTTP allows around it; percent-encoded text must be UTF-8."""
    if len(value) >= 2 and value.startswith('"') and value.endswith('"'):
        value = re.sub(r"\\(.)", r"\1", value[1:-1])
    try:
        unquote(value, errors="strict")
    except UnicodeDecodeError as error:
        raise InvalidCloudEvent(f"a header is no UTF-8: {value}") from error
    return value


def _media_type(content_type: str) -> str:
    return content_type.split(";", 1)[0].strip().lower()


def _supported(media_type: str, wanted: str) -> None:
    if media_type != wanted:
        raise HTTPException(415, f"{media_type} is not supported; use {wanted}")


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise HTTPException(413, f"an event may have at most {MAX_BYTES} bytes")
    return bytes(body)

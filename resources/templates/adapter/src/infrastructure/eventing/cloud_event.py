"""An event as the application sees it, whatever way it came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cloudevents.core.base import BaseCloudEvent
from cloudevents.core.exceptions import BaseCloudEventException
from cloudevents.core.v1.event import CloudEvent as SdkCloudEvent

REQUIRED = ("id", "source", "specversion", "type")
OPTIONAL = ("datacontenttype", "dataschema", "subject", "time")


class InvalidCloudEvent(ValueError):
    """What came is no CloudEvent 1.0; the text says why."""


class CloudEvent:
    """A CloudEvent 1.0. Unchangeable, and equal to another one with the same attributes and data."""

    def __init__(self, event: BaseCloudEvent) -> None:
        self._event = event

    @classmethod
    def create(cls, type: str, source: str, data: Any = None, **attributes: Any) -> CloudEvent:
        """A new event; id and time are made up unless they are given. Extensions are given like attributes.

        Raises InvalidCloudEvent.
        """
        values = {"type": type, "source": source, **attributes}
        if data is not None and not isinstance(data, bytes):
            values.setdefault("datacontenttype", "application/json")
        return cls(_checked(values, data))

    @classmethod
    def received(cls, attributes: Mapping[str, Any], data: Any) -> CloudEvent:
        """An event from outside: nothing that is missing is made up. Raises InvalidCloudEvent."""
        return cls(received_event(dict(attributes), data))

    @property
    def id(self) -> str:
        return self._event.get_id()

    @property
    def source(self) -> str:
        return self._event.get_source()

    @property
    def type(self) -> str:
        return self._event.get_type()

    @property
    def specversion(self) -> str:
        return self._event.get_specversion()

    @property
    def subject(self) -> str | None:
        return self._event.get_subject()

    @property
    def time(self) -> datetime | None:
        """When it happened, with its time zone."""
        return self._event.get_time()

    @property
    def datacontenttype(self) -> str | None:
        return self._event.get_datacontenttype()

    @property
    def dataschema(self) -> str | None:
        return self._event.get_dataschema()

    @property
    def data(self) -> Any:
        """A value for JSON, a str for other text, bytes for everything else, None where there is none."""
        return self._event.get_data()

    @property
    def extensions(self) -> dict[str, Any]:
        """Attributes that the specification does not name. In binary mode they are all texts."""
        known = REQUIRED + OPTIONAL
        return {k: v for k, v in self._event.get_attributes().items() if k not in known}

    @property
    def sdk_event(self) -> BaseCloudEvent:
        """For the functions of the SDK."""
        return self._event

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CloudEvent):
            return NotImplemented
        mine, theirs = self._event, other._event
        return mine.get_attributes() == theirs.get_attributes() and mine.get_data() == theirs.get_data()

    def __hash__(self) -> int:
        return hash((self.source, self.id))

    def __repr__(self) -> str:
        return f"CloudEvent(type={self.type!r}, source={self.source!r}, id={self.id!r})"


def received_event(attributes: dict[str, Any], data: Any) -> SdkCloudEvent:
    """Makes the SDK's event of what came, for the SDK's functions that read messages. Raises InvalidCloudEvent."""
    missing = [name for name in REQUIRED if not attributes.get(name)]
    if missing:
        raise InvalidCloudEvent(f"missing or empty: {', '.join(missing)}")
    has_time = "time" in attributes
    event = _checked(attributes, data)
    if not has_time:
        # The SDK fills it in, which is meant for events that are sent.
        event.get_attributes().pop("time", None)
    return event


def _checked(attributes: dict[str, Any], data: Any) -> SdkCloudEvent:
    try:
        return SdkCloudEvent(attributes, data)
    except BaseCloudEventException as error:
        raise InvalidCloudEvent(str(error)) from error

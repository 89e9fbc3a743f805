"""CloudEvents over HTTP for FastAPI, on the official SDK.

    @app.post("/events")
    async def handle_event(event: CloudEvent = Depends(get_cloud_event)): ...
"""

from .cloud_event import CloudEvent, InvalidCloudEvent
from .http import CloudEventResponse, get_cloud_event, get_cloud_events

__all__ = [
    "CloudEvent",
    "CloudEventResponse",
    "InvalidCloudEvent",
    "get_cloud_event",
    "get_cloud_events",
]

"""The application: what it does with an event is here, how an event arrives is in src/infrastructure/eventing."""

import logging

from fastapi import Depends, FastAPI, Response

from src.infrastructure.eventing import CloudEvent, get_cloud_event, get_cloud_events

log = logging.getLogger("events")

app = FastAPI(title="%NAME%")


@app.get("%HEALTH%")
async def health() -> dict[str, str]:
    """For the probes. Tells whether this process can answer, not whether others can: a broken database must not
    make Kubernetes restart it."""
    return {"status": "ok"}


@app.post("/events", status_code=202)
async def handle_event(event: CloudEvent = Depends(get_cloud_event)) -> Response:
    """Takes one event, from a Trigger, a source or curl.

    The answer has no body. Knative takes an answer with a body for a reply and sends it to the Broker; one that is
    no event counts as failed, so that {"status": "processed"} would have the event sent again and in the end put
    into the dead-letter sink. To reply with an event: return CloudEventResponse(CloudEvent.create(...)), of a type
    that no Trigger sends back here.

    Deliveries may come twice: what is done for an event should be done once for its source and id.
    """
    log.info("received %s from %s, id %s", event.type, event.source, event.id)
    return Response(status_code=202)


@app.post("/events/batch", status_code=202)
async def handle_events(events: list[CloudEvent] = Depends(get_cloud_events)) -> Response:
    """Takes several events in one request. Knative does not send batches; other senders do."""
    for event in events:
        log.info("received %s from %s, id %s", event.type, event.source, event.id)
    return Response(status_code=202)


@app.post("/dead-letters", status_code=202)
async def handle_dead_letter(event: CloudEvent = Depends(get_cloud_event)) -> Response:
    """Takes events that could not be delivered. Knative adds where they should have gone and what came back."""
    log.error(
        "not delivered: %s from %s, id %s, to %s, code %s",
        event.type,
        event.source,
        event.id,
        event.extensions.get("knativeerrordest", "?"),
        event.extensions.get("knativeerrorcode", "?"),
    )
    return Response(status_code=202)

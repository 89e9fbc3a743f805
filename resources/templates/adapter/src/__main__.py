"""Runs the application where Knative expects it: on every address, at the port that PORT names."""

import logging
import os

import uvicorn

from src.main import app


def main() -> None:
    level = os.environ.get("LOG_LEVEL", "info").lower()
    logging.basicConfig(level=level.upper(), format="%(levelname)s %(name)s: %(message)s")
    uvicorn.run(
        app,
        host="0.0.0.0",
        port=int(os.environ.get("PORT", "%PORT%")),
        log_level=level,
    )


if __name__ == "__main__":
    main()

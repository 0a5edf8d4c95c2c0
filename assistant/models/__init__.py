"""Chat models: a local server that speaks the OpenAI protocol, and one that reads from a script."""

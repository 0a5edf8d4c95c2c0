"""What runs a network that was exported to a file: ONNX Runtime, OpenVINO."""

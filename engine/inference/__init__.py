"""ONNX models behind one interface: sessions, contracts, one file per model kind."""

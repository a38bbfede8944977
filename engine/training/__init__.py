"""Voice-making toolkit: recordings to features, networks, ONNX voicebank.

The only room that imports torch. Nothing else in the engine imports this
package, so a user who only sings never needs it.
"""

"""What to train each network on: batches, losses, held-out figures."""

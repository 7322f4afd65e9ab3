"""Makes the weights that `sayso` reads with: data, network, training, export."""

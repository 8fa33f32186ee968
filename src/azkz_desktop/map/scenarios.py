GEOMETRY="scenarios.npz"
NUMBERS="scenarios.json"

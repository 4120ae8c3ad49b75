"""The synthetic demo network and the definitions of measures and frameworks: all of it data, marked synthetic."""

import ArgumentParser

@main
struct Galley: ParsableCommand {}

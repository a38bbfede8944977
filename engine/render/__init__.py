"""From notes to sung phrases: layout, curves, stages, pipeline, mixing and export."""

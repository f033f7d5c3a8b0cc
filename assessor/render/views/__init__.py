"""What each section of a report shows, computed from the assessment: one module per section."""

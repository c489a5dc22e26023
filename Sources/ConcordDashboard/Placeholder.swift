enum ConcordDashboardPlaceholder {}

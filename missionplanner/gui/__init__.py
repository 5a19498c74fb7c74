"""Show missions in a window. The only place that knows Qt; it never touches tables or paper."""

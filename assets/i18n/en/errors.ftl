# errors

# Export
error-export-scale = A scale of { $scale } does not fit: it goes from { $least } to { $most }.
error-export-size = The picture would be { $width } × { $height } pixels, and no side can be longer than { $most }. Choose a smaller scale, or export to SVG or PDF.
error-export-empty = There is nothing to export: the map is empty.
error-export-picture = An embedded picture cannot be read: { $reason }
error-export-pdf = The PDF cannot be put together: { $reason }
error-export-cancelled = The export was cancelled.
error-export-io = The file cannot be written: { $reason }

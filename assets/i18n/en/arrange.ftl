# The map in order
arranged = Arranged by the transitions
arranged-crossings = Arranged: { $before } { $before ->
        [one] crossing
       *[other] crossings
    } before, { $after } now
arranged-already = The map is in order already

# In the inspector of a journey
field-swimlanes = Swimlanes by channel

# Порядок на карте
arranged = Карта упорядочена по переходам
arranged-crossings = Карта упорядочена: пересечений было { $before }, стало { $after }
arranged-already = Карта уже упорядочена

# In the inspector of a journey
field-swimlanes = Дорожки по каналам

# arrange

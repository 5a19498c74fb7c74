"""Tell what came of missions: who was there, what was held, agreed and is to follow."""

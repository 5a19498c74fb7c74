"""Do what people ask for: each function one use case, one transaction, frozen records and a receipt back."""

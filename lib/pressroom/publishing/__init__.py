"""What a report is made with: the manuscript, HTML, Word, PDF, workbook, evidence page, citations."""

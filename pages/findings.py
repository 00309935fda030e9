from components.begin import begin
begin('Findings')
